// source.hpp: a source file as reports show it.
#pragma once

#include <string>

namespace lab::report {

struct Source {
    std::string name;  // "deadlock.cpp": as Step::file calls it
    std::string path;  // "exercises/04-deadlock/deadlock.cpp": for tools that open it
    std::string text;
    bool hand_in = false;  // shown in any case; others only if the interleaving goes through them
};

}  // namespace lab::report
