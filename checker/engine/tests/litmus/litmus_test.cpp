// litmus_test.cpp: what the engine finds of each litmus test is exactly what C++20 allows, within what weak_memory.hpp
// says is explored: all that is allowed is found, what is forbidden never is.
//
// Argument: litmus_program
#include "child.hpp"
#include "observed.hpp"

#include <cstdio>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

namespace {

struct Litmus {
    const char* name;
    const char* outcomes;  // what the threads can have read; see litmus_program.cpp for the order
};
// Allowed by the standard, but not explored: LB with 11 (loads would read from later stores).
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
    {"2+2W relaxed", "11 12 21 22"},
    {"2+2W release", "11 12 21 22"},
    {"2+2W seq_cst", "12 21 22"},
    {"2+2W relaxed, seq_cst fences", "12 21 22"},
    {"S relaxed", "01 02 11 12"},
    {"S release acquire", "01 02 11"},
    {"2+2W with an update", "011 012 031 032 121 122 131 132 311 312 321 322"},
    {"CoRR across threads", "000 001 010 011 100 101 111"},
    {"CoRR after a failed CAS", "00 01 11"},
    {"CoRR after a wait", "1"},
    {"WRC relaxed", "000 001 010 011 100 101 110 111"},
    {"WRC release acquire", "000 001 010 011 100 101 111"},
    {"RS update", "00 01 11 21"},
    {"RS store", "00 01 11 20 21"},
    {"RMW", "012 102"},
    {"S with news from a third thread", "001 002 011 012 101 102 111 112 201 202"},
    {"S before two stores",
     "0001 0002 0003 0011 0012 0013 0021 0022 0023 0031 0032 0033 0111 0112 0113 0122 0123 0132 0133 0211 0213 0221 "
     "0222 0223 0231 0233 0311 0312 0321 0322 0331 0332 0333 1001 1002 1003 1011 1012 1013 1021 1022 1023 1031 1032 "
     "1033 1111 1112 1113 1122 1123 1132 1133 1211 1213 1221 1222 1223 1231 1233 1311 1312 1321 1322 1331 1332 1333"},
    {"RWC relaxed", "000 001 010 011 100 101 110 111"},
    {"RWC relaxed store, seq_cst loads", "000 001 010 011 101 110 111"},
    {"RWC with a failed CAS", "000 001 010 011 101 110 111"},
    {"SB one seq_cst fence", "01 10 11"},
    {"SB passed on after the fence", "000 001 010 011 101 110 111"},
    {"SB after a fence that acquires", "000 001 010 011 101 110 111"},
    {"RWC with a fence", "000 001 010 011 101 110 111"},
    {"seq_cst load of an older value", "0000 0001 0020 0021 0101 0121 1000 1001 1020 1021 1101 1121"},
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

// The outcomes that a strategy finds within the budget. Throws if the run fails.
std::set<std::string> outcomes(const std::string& program, const std::string& name, const std::string& strategy,
                               int budget) {
    const std::string config = R"({"mode":"program","strategy":")" + strategy + R"(","budget":)" +
                               std::to_string(budget) + R"(,"arguments":[")" + name + "\"]}";
    const auto child = programs::run_child({program}, {"INTERLEAVE_CONFIG=" + config}, std::chrono::minutes(5));
    if (!child.good()) throw std::runtime_error(child.ending() + "\n" + child.err);
    const auto observed = programs::read_frames(child.out);
    if (observed.failure) throw std::runtime_error(observed.failure->message);
    std::set<std::string> seen;
    for (const auto& output : observed.outputs) seen.insert(output.text);
    return seen;
}

int g_failed = 0;

void fail(const std::string& name, const std::string& what) {
    ++g_failed;
    std::printf("FAILED %s: %s\n", name.c_str(), what.c_str());
}

void check_exactly(const std::string& program, const Litmus& litmus) {
    const auto seen = outcomes(program, litmus.name, "exhaustive", 100'000);
    std::set<std::string> expected;
    std::istringstream words(litmus.outcomes);
    for (std::string word; words >> word;) expected.insert(word);
    for (const auto& outcome : expected)
        if (!seen.contains(outcome)) fail(litmus.name, outcome + " is allowed, and was not found");
    for (const auto& outcome : seen)
        if (!expected.contains(outcome)) fail(litmus.name, outcome + " is forbidden, and was found");
}

// Every strategy reads older values, not only the complete one. ("default" looks at random first, within this budget.)
void check_strategies(const std::string& program) {
    for (const char* strategy : {"default", "random", "pct", "pos", "surw", "every"})
        if (!outcomes(program, "SB relaxed", strategy, 200).contains("00"))
            fail("SB relaxed", std::string("not found by strategy ") + strategy);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    try {
        for (const auto& litmus : table) check_exactly(arguments[1], litmus);
        check_strategies(arguments[1]);
    } catch (const std::exception& error) {
        fail("litmus_program", error.what());
    }
    std::printf("%zu litmus tests, %d failures\n", std::size(table), g_failed);
    return g_failed == 0 ? 0 : 1;
}
