// litmus_test.cpp: what the engine finds of each litmus test is exactly what C++20 allows, within what weak_memory.hpp
// says is explored: all that is allowed is found, what is forbidden never is.
//
// Argument: litmus_program
#include "child.hpp"
#include "observed.hpp"

#include <cstdio>
#include <set>
#include <sstream>
#include <string>

namespace {

struct Litmus {
    const char* name;
    const char* outcomes;  // what the threads can have read; see litmus_program.cpp for the order
};
// Allowed by the standard, but not explored: LB with 11 (loads would read from later stores), 2+2W with 11 (stores
// would take effect against the order in which they were executed).
const Litmus table[] = {
    {"SB relaxed", "00 01 10 11"},
    {"SB release acquire", "00 01 10 11"},
    {"SB seq_cst", "01 10 11"},
    {"SB relaxed, seq_cst fences", "01 10 11"},
    {"MP relaxed", "00 01 10 11"},
    {"MP release relaxed", "00 01 10 11"},
    {"MP relaxed acquire", "00 01 10 11"},
    {"MP release acquire", "00 01 11"},
    {"MP relaxed, fences", "00 01 11"},
    {"MP seq_cst", "00 01 11"},
    {"LB relaxed", "00 01 10"},
    {"LB acquire release", "00 01 10"},
    {"CoRR", "001 002 011 012 021 022 111 112 122 211 221 222"},
    {"IRIW relaxed", "0000 0001 0010 0011 0100 0101 0110 0111 1000 1001 1010 1011 1100 1101 1110 1111"},
    {"IRIW release acquire", "0000 0001 0010 0011 0100 0101 0110 0111 1000 1001 1010 1011 1100 1101 1110 1111"},
    {"IRIW seq_cst", "0000 0001 0010 0011 0100 0101 0110 0111 1000 1001 1011 1100 1101 1110 1111"},
    {"2+2W relaxed", "12 21 22"},
    {"2+2W seq_cst", "12 21 22"},
    {"WRC relaxed", "000 001 010 011 100 101 110 111"},
    {"WRC release acquire", "000 001 010 011 100 101 111"},
    {"RS update", "00 01 11 21"},
    {"RS store", "00 01 11 20 21"},
    {"RMW", "012 102"},
    {"Dekker relaxed", "0 2"},
    {"Dekker release acquire", "0 2"},
    {"Dekker seq_cst", "0"},
    {"Dekker relaxed, seq_cst fences", "0"},
    {"Peterson relaxed", "0 2"},
    {"Peterson release acquire", "0 2"},
    {"Peterson seq_cst", "0"},
    {"seqlock relaxed", "00 01 10 11 99"},
    {"seqlock acquire release, no fences", "00 01 10 11 99"},
    {"seqlock acquire release, fences", "00 11 99"},
    {"DCL relaxed", "01 10 11"},
    {"DCL release relaxed", "01 10 11"},
    {"DCL release acquire", "11"},
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    int failed = 0;
    for (const auto& litmus : table) {
        const std::string config = R"({"mode":"program","strategy":"exhaustive","budget":100000,"arguments":[")" +
                                   std::string(litmus.name) + "\"]}";
        const auto child =
            programs::run_child({arguments[1]}, {"INTERLEAVE_CONFIG=" + config}, std::chrono::minutes(5));
        if (!child.good()) {
            std::printf("FAILED %s: %s\n%s\n", litmus.name, child.ending().c_str(), child.err.c_str());
            ++failed;
            continue;
        }
        const auto observed = programs::read_frames(child.out);
        std::set<std::string> seen, expected;
        for (const auto& output : observed.outputs) seen.insert(output.text);
        std::istringstream words(litmus.outcomes);
        for (std::string word; words >> word;) expected.insert(word);
        if (observed.failure) {
            std::printf("FAILED %s: %s\n", litmus.name, observed.failure->message.c_str());
            ++failed;
        }
        for (const auto& outcome : expected)
            if (!seen.contains(outcome))
                std::printf("FAILED %s: %s is allowed, and was not found\n", litmus.name, outcome.c_str());
        for (const auto& outcome : seen)
            if (!expected.contains(outcome))
                std::printf("FAILED %s: %s is forbidden, and was found\n", litmus.name, outcome.c_str());
        failed += seen != expected;
    }
    std::printf("%zu litmus tests, %d failed\n", std::size(table), failed);
    return failed == 0 ? 0 : 1;
}
