// hint.hpp: what helps a student who is stuck: the lesson's three hints, and before them one for the mistake at hand.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/hand_in.hpp"
#include "cli/progress.hpp"
#include "course/lesson.hpp"
#include "judge/result.hpp"

namespace lab::cli {

// The diagnosis of the student's exercise as it is now, without a sentence about it; none if it is not known: not
// judged since it was changed, passed, or a mistake that has no name.
std::optional<judge::Diagnosis> known_diagnosis(const course::Lesson& lesson, const build::HandIn& exercise,
                                                const Progress& progress);

// The lesson's three hints for this mistake; if it has none, or nothing is known, the general ones. Pure.
const std::vector<std::string>& hints_for(const course::Lesson& lesson,
                                          const std::optional<judge::Diagnosis>& diagnosis);

// One of these hints, from 1, in 80 columns, and how to get the next. Before the first: what the mistake is called, and
// what the catalogue says about it if the lesson says nothing. Pure.
std::string hint_text(const course::Lesson& lesson, unsigned number, const std::optional<judge::Diagnosis>& diagnosis,
                      const std::string& more);

}  // namespace lab::cli
