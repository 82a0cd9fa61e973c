// lanes.hpp: an interleaving as a table of HTML with a lane for each thread, and what its player needs.
#pragma once

#include "judge/result.hpp"
#include "report/rows.hpp"

#include <string>

namespace lab::report {

// A <table>: a row for each step, in the lane of its thread; bars beside it show which locks each thread holds, hatched
// ones for which lock it waits.
std::string lanes_table(const judge::CaseResult& result, const Rows& picked);

// The frames of the rows, as JSON that can stand in a <script> element.
std::string player_json(const judge::CaseResult& result, const Rows& picked);

}  // namespace lab::report
