// question.hpp: a lesson's question about outputs: how an answer is typed, and how its program is explored.
#pragma once

#include <cstddef>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "cli/workplace.hpp"
#include "judge/prediction.hpp"
#include "pipeline/explore.hpp"

namespace lab::cli {

// "A,C", "a c" or "none" as indices; the error is a sentence. Pure.
tl::expected<std::vector<std::size_t>, std::string> read_answer(const std::string& text, std::size_t candidates);

pipeline::ExploreRequest question_request(const course::Predict& question, const Workplace& workplace, unsigned jobs);

// What is wrong with a question whose program was explored, a sentence each: it must be explored completely, and have
// possible and impossible candidates. Pure.
std::vector<std::string> question_mistakes(const course::Lesson& lesson, const judge::Result& explored);

}  // namespace lab::cli
