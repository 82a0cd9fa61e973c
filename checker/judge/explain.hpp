// explain.hpp: says in plain sentences why one interleaving is not as it should be.
#pragma once

#include "evidence/evidence.hpp"
#include "judge/verdict.hpp"

#include <string>
#include <vector>

namespace lab::judge {

struct Explanation {
    std::string message;      // what happened, one to three sentences that name variables, locks and lines
    std::string advice;       // what would help, one sentence; may be empty
    std::string cycle;        // "thread 1 -> b -> thread 2 -> a -> thread 1"; empty: no circle of waits
    std::vector<int> events;  // Event::index of those that the message speaks of
};

// The explanation of any kind of failure but a failed check (see judge.cpp); unknown kinds get the program's own
// message.
Explanation explain(const evidence::Failure& failure);

// The verdict that a kind of failure stands for. A failed check is nondeterministic or wrong-output, as `some_passed`.
Verdict verdict_of(const std::string& kind, bool some_passed);

}  // namespace lab::judge
