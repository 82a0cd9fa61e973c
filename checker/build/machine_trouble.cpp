// machine_trouble.cpp: reads what g++, clang++, as, ld and lld say when the machine or the installation is at fault.
#include "build/machine_trouble.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace lab::build {
namespace {

using std::string_view;

bool contains(string_view line, string_view what) { return line.find(what) != string_view::npos; }

// Said by the programs themselves, not about a source file, whose lines may hold any words.
bool speaks_for_itself(string_view line) {
    const string_view speaker = line.substr(0, line.find(": "));
    const string_view name = speaker.substr(speaker.rfind('/') + 1);
    constexpr std::array names{"g++", "gcc", "c++", "clang", "cc1", "as", "ld", "lld", "collect2"};
    if (speaker == "fatal error") return true;
    return speaker.find_first_of(": ") == string_view::npos &&
           std::ranges::any_of(names, [&](string_view known) { return name.find(known) != string_view::npos; });
}

string_view reason_in(string_view line) {
    constexpr std::array<std::pair<string_view, string_view>, 5> reasons{{
        {"No space left on device", "there is no space left on the disk"},
        {"Resource temporarily unavailable", "the machine starts no more processes"},
        {"Cannot allocate memory", "the machine has no memory left"},
        {"Too many open files", "too many files are open"},
        {"unable to execute command", "a part of the compiler could not be started"},
    }};
    for (const auto& [words, reason] : reasons)
        if (contains(line, words)) return reason;
    return {};
}

// The engine's own library is missing something or is no library.
bool is_damaged_engine(string_view line) {
    return contains(line, "undefined reference to `__tsan_") || contains(line, "undefined symbol: __tsan_") ||
           contains(line, "undefined reference to `interleave_") ||
           (contains(line, "libinterleave.so") &&
            (contains(line, "file not recognized") || contains(line, "file format") ||
             contains(line, "file too short") || contains(line, "is too small")));
}

}  // namespace

std::string machine_trouble(string_view diagnostics) {
    while (!diagnostics.empty()) {
        const string_view line = diagnostics.substr(0, diagnostics.find('\n'));
        diagnostics.remove_prefix(std::min(line.size() + 1, diagnostics.size()));
        if (is_damaged_engine(line)) return "the engine's library is damaged: build the lab again, or install it again";
        if (!speaks_for_itself(line)) continue;
        if (const string_view reason = reason_in(line); !reason.empty()) return std::string(reason);
    }
    return {};
}

}  // namespace lab::build
