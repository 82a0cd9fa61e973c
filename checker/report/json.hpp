// json.hpp: a result as one JSON document, schema checker/result/v1.
#pragma once

#include "judge/result.hpp"

#include <string>

namespace lab::report {

// Ends with a line break. Bytes that are no UTF-8 become U+FFFD. Of two runs of one hand-in only `seconds` may differ.
std::string json(const judge::Result& result);

// One case of it, with its trace.
std::string json(const judge::CaseResult& item);

// Several results, as one array.
std::string json(const std::vector<judge::Result>& results);

}  // namespace lab::report
