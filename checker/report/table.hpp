// table.hpp: an interleaving as a table with one column a thread.
#pragma once

#include "judge/result.hpp"

#include <cstddef>
#include <string>

namespace lab::report {

// The steps that matter, each line behind two blanks and at most `columns` wide; empty if there is nothing to show. Up
// to five threads stand side by side, more in a list.
std::string interleaving_table(const judge::CaseResult& result, std::size_t columns);

}  // namespace lab::report
