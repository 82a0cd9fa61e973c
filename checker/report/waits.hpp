// waits.hpp: who waits for what when an interleaving ends, and whether the waits form a circle.
#pragma once

#include "judge/result.hpp"

#include <string>
#include <vector>

namespace lab::report {

struct Wait {
    int thread = 0;
    std::string object;   // empty: it waits for a thread to end
    int for_thread = -1;  // the one that holds the object, or whose end is waited for; -1: not known, or nobody
};

// One for each thread that waits at the end, by thread.
std::vector<Wait> waits_at_end(const judge::CaseResult& result);

// Those of them that form a circle, in its order: each waits for the thread of the next one, the last for the first.
std::vector<Wait> circle_of(const std::vector<Wait>& waits);

// "main", "thread 2"
std::string thread_name(const judge::CaseResult& result, int thread);

}  // namespace lab::report
