// sarif.hpp: a result as SARIF 2.1.0 (OASIS standard): editors show the interleaving as code flows.
#pragma once

#include "judge/result.hpp"
#include "report/source.hpp"

#include <string>
#include <vector>

namespace lab::report {

// One result for each case that did not pass; its interleaving is one code flow with a thread flow for each thread, and
// `executionOrder` says which step comes when, from 1. Since some viewers ignore that, each message begins with it.
std::string sarif(const judge::Result& result, const std::vector<Source>& sources);

}  // namespace lab::report
