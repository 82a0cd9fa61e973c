// next_step.hpp: what `run` and `replay` say below their reports: what can be done now.
#pragma once

#include <string>
#include <vector>

#include "cli/lesson_state.hpp"
#include "judge/result.hpp"

namespace lab::cli {

// Said once, with the first run of a lesson.
std::string question_mention(const course::Lesson& lesson);

// After a lesson of one's own has passed; `states` are those of all lessons.
std::string after_pass(const std::vector<LessonState>& states, const course::Lesson& lesson);

// Of several lessons: a line each, since all that was said of the first ones has scrolled away.
std::string summary(const std::vector<judge::Result>& results);

// Where no single interleaving fails.
std::string nothing_to_replay(const judge::Result& result);

// What else shows an interleaving.
std::string other_views(const judge::Result& result);

}  // namespace lab::cli
