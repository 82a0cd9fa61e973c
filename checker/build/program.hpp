// program.hpp: builds any program for exploration, as it is: C++ and C sources, and objects that were compiled
// elsewhere with the same flags.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "build/build.hpp"

namespace lab::build {

struct ProgramRequest {
    std::vector<std::filesystem::path> files;  // absolute; sources, objects (.o) and archives (.a)
    std::vector<std::string> more_flags;       // for compiling and linking
    std::filesystem::path shown_from;          // where the compiler runs: relative paths among the flags begin here
    Toolchain toolchain;
    Installation installation;
    Cache cache;
    unsigned compilers = 2;  // at most so many at once
};

// Whether a file of that name can be part of a program.
bool is_program_file(const std::filesystem::path& file);

// Of the names and contents of all files; empty if one cannot be read.
std::string hash_of_files(const std::vector<std::filesystem::path>& files);

BuildResult build_program(const ProgramRequest& request, const std::stop_token& stop = {});

}  // namespace lab::build
