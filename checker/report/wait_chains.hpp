// wait_chains.hpp: who waits for what when an interleaving ends, as chains of threads and locks; pictures show these.
#pragma once

#include "judge/result.hpp"

#include <string>
#include <vector>

namespace lab::report {

struct WaitNode {
    std::string label;  // visible, and short
    bool thread = false;
};
using WaitChain = std::vector<WaitNode>;

struct WaitChains {
    bool circle = false;  // there is one chain, and its last node leads back to its first
    std::vector<WaitChain> chains;
};

// Without a circle: a chain for each thread that nobody waits for: what it waits for, what holds that, and so on.
WaitChains wait_chains(const judge::CaseResult& result);

// "waits for", "is held by", "waits for the end of"
const char* words_between(const WaitNode& from, const WaitNode& to);

// "thread 1 waits for b. b is held by thread 2. ..."
std::string words_of(const WaitChains& waits);

}  // namespace lab::report
