// steps.hpp: the trace of a failure as the lines of an interleaving.
#pragma once

#include "evidence/evidence.hpp"
#include "judge/result.hpp"

#include <vector>

namespace lab::judge {

// `key`: Event::index of the events that the message speaks of.
std::vector<Step> steps_of(const evidence::Failure& failure, const std::vector<int>& key);

// The note with which the trace ends, if it is one: where the program crashed, was ended, threw. More exact than the
// stack of the thread, which knows calls alone. Null: there is none, or its line is not known.
const evidence::Event* last_note(const evidence::Failure& failure);

std::vector<ThreadEnd> thread_ends(const evidence::Failure& failure);

}  // namespace lab::judge
