// program.hpp: one small program under programs/, and what its first lines say must come out of exploring it.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace programs {

// The head of a program is made of comment lines "// key: value":
//   expect: passed | nondeterministic | a failure kind of the runner (several, separated by "|", where either is right)
//   output: the one text that every interleaving writes   (\n, \t, \\ and \s, a space, are escapes)
//   outputs: a || b || c                                   the exact set of texts that the interleavings write;
//                                                          may come several times
//   then: a failure kind, or "outputs" (several)           what comes of the data race
//   flags: ...                                             more arguments for the compiler
//   budget: N                                              interleavings to explore instead of the usual number
//   gap: sentence                                          known to come out differently; the sentence says why
struct Program {
    std::filesystem::path path;
    std::string name;  // "right/mutex_counter.cpp"
    std::set<std::string> expected;
    std::optional<std::set<std::string>> outputs;
    std::string then;
    std::vector<std::string> flags;
    std::optional<int> budget;
    std::string gap;
};

// Throws std::runtime_error, with file and line, if the head of the file says something else.
Program read_program(const std::filesystem::path& path);

// The programs below `folder` in order of their names.
std::vector<Program> read_programs(const std::filesystem::path& folder);

// `text` on one line, for messages.
std::string quoted(const std::string& text);

}  // namespace programs
