// rows.hpp: picks the steps of an interleaving that a reader needs, and merges those of one line.
#pragma once

#include "judge/result.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lab::report {

struct Row {
    int hidden_before = 0;  // steps left out between the row before and this one, because there are too many
    int thread = 0;
    std::string file;  // empty: not in the lesson's sources
    int line = 0;
    std::string source;
    std::string text;  // what the thread does in this line, in words; visible
    bool key = false;
    int weight = 0;              // what goes first if there are too many rows: the least
    int steps = 1;               // of the trace
    std::size_t first_step = 0;  // their places in it; steps that are in no row may lie between
    std::size_t last_step = 0;
    std::vector<std::string> objects = {};  // that it speaks of
};

struct Rows {
    std::vector<Row> rows;
    int left_out = 0;        // steps of the trace that are in no row
    std::size_t period = 0;  // if not 0: the last so many rows come again and again,
    int repetitions = 0;     // so many times more
};

Rows pick_rows(const judge::CaseResult& result);

}  // namespace lab::report
