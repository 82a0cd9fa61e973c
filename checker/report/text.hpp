// text.hpp: a result for people, at a terminal of 80 columns or more, with or without colour.
#pragma once

#include "judge/result.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lab::report {

struct Style {
    bool colour = false;             // it only repeats what the words say
    std::size_t columns = 80;        // of sentences: longer lines are hard to read
    std::size_t table_columns = 80;  // of interleavings, which show more of the source where there is room
    bool brief =
        false;  // for who looks at it again and again: of a failure, only the cases that fail, and no next step
    bool all_outputs = false;  // lists each output of a program that belongs to no lesson, not only the first ones
};

// Verdict first; then the decisive case with its interleaving; then all cases, what was explored, how to replay it, and
// what to do next. The compiler's diagnostics are not in it: they went to the student as they came.
std::string text(const judge::Result& result, const Style& style = {});

// One interleaving that was asked for (`checker replay`): what happens in it, whether or not it is wrong.
std::string replay_text(const judge::Result& result, const Style& style = {});

// "all 252 interleavings"; "20,000 interleavings, complete up to 2 preemptions".
std::string coverage_words(const judge::Coverage& coverage);

// In which interleavings a failing case goes wrong: "34 of 1,234 interleavings explored", "the only interleaving".
std::string failing_words(const judge::CaseResult& item);

// Where the result's diagnosis is taught: " (See lesson 02-lock.)"; empty: in this lesson, or in none.
std::string where_taught(const judge::Result& result);

// What was explored of a case, and how much of it failed: "in 34 of 1,234 interleavings explored"; empty: nothing.
std::string explored_words(const judge::CaseResult& item);

// The command that shows the case's failing interleaving again; empty: there is none.
std::string replay_command(const judge::Result& result, const std::string& schedule);

}  // namespace lab::report
