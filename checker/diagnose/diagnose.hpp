// diagnose.hpp: what the mistake behind a failure is called. Pure: derived from the trace of one failing execution -
// its locksets, its order and its wait-for graph - and never from the text of the source. No diagnosis is better than a
// wrong one.
#pragma once

#include "evidence/evidence.hpp"
#include "judge/result.hpp"

#include <optional>
#include <set>
#include <vector>

namespace lab::diagnose {

// The diagnosis of one failing case. `failure` is its failing execution (of a case that wants an overlap: any), with
// places and names. `spoken_of`, if it is not null, gets the indices of the events that the sentence speaks of.
std::optional<judge::Diagnosis> diagnose(const judge::CaseResult& result, const evidence::Failure& failure,
                                         std::set<int>* spoken_of = nullptr);

// Fills in the diagnoses of all failing cases and of the result, and marks the steps that they speak of. `replays` as
// for judge::judge().
void add_diagnoses(judge::Result& result, const evidence::Evidence& explored,
                   const std::vector<evidence::Evidence>& replays);

}  // namespace lab::diagnose
