// compiler_command.hpp: the command lines that compile and link a hand-in. Pure.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "build/installation.hpp"
#include "build/toolchain.hpp"

namespace lab::build {

// Explored: every access is a call into the engine. Native: as a student's own program would be, but optimised.
enum class Flavour { explored, native };

const char* name_of(Flavour flavour);

using Command = std::vector<std::string>;

// The flags of the flavour that the compiler gets for every file, without the program's name.
std::vector<std::string> compile_flags(const Toolchain& toolchain, Flavour flavour, const Installation& installation);

// The header that is compiled once and comes before every file; it may not exist.
std::filesystem::path prefix_header(Flavour flavour, const Installation& installation);

// The name of the precompiled form of the prefix header in its folder.
std::string precompiled_name(const Toolchain& toolchain);

// Compiles the prefix header into `folder`.
Command precompile_command(const Toolchain& toolchain, Flavour flavour, const Installation& installation,
                           const std::filesystem::path& folder);

enum class Language { cpp, c };  // C++20, C11

struct Compilation {
    std::filesystem::path source;                      // as diagnostics and debug information shall name it
    std::vector<std::filesystem::path> headers_from;   // -I, in this order
    std::optional<std::filesystem::path> precompiled;  // the folder of the precompiled prefix header
    std::filesystem::path object;                      // made by it
    std::filesystem::path dependencies;                // made by it: a make rule that names all files read
    Language language = Language::cpp;
    std::vector<std::string> more_flags = {};  // after all others
};

Command compile_command(const Toolchain& toolchain, Flavour flavour, const Installation& installation,
                        const Compilation& compilation);

Command link_command(const Toolchain& toolchain, Flavour flavour, const Installation& installation,
                     const std::vector<std::filesystem::path>& objects, const std::filesystem::path& program,
                     const std::vector<std::string>& more_flags = {});

// The flags of the explored flavour, for whoever compiles and links by other means: `checker explore --print-flags`.
struct ExploredFlags {
    std::vector<std::string> cpp, c, link;
};
ExploredFlags explored_flag_lists(const Toolchain& toolchain, const Installation& installation);

// The library that a flavour is linked with.
std::filesystem::path back_end_library(Flavour flavour, const Installation& installation);

// The files that a make rule, as written by -MD, names as prerequisites.
std::vector<std::filesystem::path> read_make_rule(const std::string& rule);

}  // namespace lab::build
