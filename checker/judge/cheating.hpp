// cheating.hpp: what a hand-in must not contain, since the check would no longer be one. Pure.
#pragma once

#include "judge/judge.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lab::judge {

// The names in a hand-in's object files, as the linker knows them.
struct ObjectNames {
    std::vector<std::string> defined;  // strong definitions
    std::vector<std::string> defined_weak;
    std::vector<std::string> wanted;  // used, defined elsewhere
};

// What the hand-in does to the check itself, a sentence or two; none if it leaves it alone. `reserved`: the names that
// the exploring program's own library defines, sorted.
std::optional<std::string> find_cheat(const HandIn& hand_in, const ObjectNames& names,
                                      const std::vector<std::string>& reserved);

}  // namespace lab::judge
