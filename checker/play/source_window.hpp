// source_window.hpp: the lines of a source around the one where a thread stands.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/source.hpp"

namespace lab::play {

struct SourceWindow {
    struct Line {
        int number = 0;    // 0: no line of a source
        std::string text;  // visible, without the indentation that all lines have in common
        bool current = false;
    };
    std::vector<Line> lines;
};

// With `narrow`, the current line is indented by four blanks at most, and lines that are indented less begin at the
// edge. At most `rows` lines, the first of which names the file. A place that is in none of the sources gives one that
// says so.
SourceWindow source_window(const std::vector<report::Source>& sources, const std::string& file, int line,
                           std::size_t rows, bool narrow = false);

}  // namespace lab::play
