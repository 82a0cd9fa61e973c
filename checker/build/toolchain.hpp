// toolchain.hpp: the compiler that builds hand-ins.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>

namespace lab::build {

enum class CompilerFamily { gnu, clang };

struct Toolchain {
    std::filesystem::path path;  // absolute
    CompilerFamily family = CompilerFamily::gnu;
    std::string description;  // "g++ 12.2.0"
    std::string identity;     // changes whenever the compiler does
};

// The compiler asked for, else $CXX, else g++. The error says what to do, as a sentence.
tl::expected<Toolchain, std::string> find_toolchain(const std::optional<std::string>& asked,
                                                    const std::stop_token& stop);

// What `--version` of a compiler says, in short: "g++ 12.2.0"; none if it is neither g++ nor clang++. Pure.
std::optional<Toolchain> read_version(const std::string& version_text);

}  // namespace lab::build
