// difference.hpp: expected and actual output, line by line.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace lab::report {

// A line of two texts that are compared.
struct ComparedLine {
    char mark = ' ';        // ' ' in both, '-' only in the first, '+' only in the second
    std::size_t first = 0;  // its number in the first text, from 1; 0: it is not there
    std::size_t second = 0;
    std::string text;  // made visible
};

// All lines, as few of them different as possible. Of each text `most` lines are compared at most.
std::vector<ComparedLine> compare_lines(const std::string& first, const std::string& second, std::size_t most);

// The lines that are different, or near one that is, each as `row` writes it. Long stretches of others are folded:
// behind `margin` blanks stands how many they are, "(3 equal lines)".
std::string folded(const std::vector<ComparedLine>& lines, std::size_t margin,
                   const std::function<std::string(const ComparedLine&)>& row);

// "  same", "- expected only", "+ actual only", each line made visible; long stretches of equal lines are folded, and
// their number told. A missing line break at the end is told as well.
std::string difference(const std::string& expected, const std::string& actual);

}  // namespace lab::report
