// prediction.hpp: a question about outputs, and how an answer fared, as text.
#pragma once

#include "judge/prediction.hpp"

#include <map>
#include <string>

namespace lab::report {

// "A", "B", ...
std::string letter_of(std::size_t candidate);

// The program, the question and its candidates.
std::string question_text(const course::Lesson& lesson, const std::string& program, std::size_t columns = 80);

// `witnesses`: for candidates that were missed, by index, an interleaving that prints them.
std::string prediction_text(const judge::Prediction& prediction,
                            const std::map<std::size_t, judge::CaseResult>& witnesses, std::size_t columns = 80);

}  // namespace lab::report
