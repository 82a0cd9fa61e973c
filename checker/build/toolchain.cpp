// toolchain.cpp: finds the compiler and asks for its version.
#include "build/toolchain.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "build/sha256.hpp"
#include "run/process.hpp"

namespace lab::build {

namespace fs = std::filesystem;

namespace {

std::optional<fs::path> find_program(const std::string& name) {
    if (name.find('/') != std::string::npos) {
        return access(name.c_str(), X_OK) == 0 ? std::optional(fs::absolute(name)) : std::nullopt;
    }
    const char* path = std::getenv("PATH");
    std::string_view folders = path == nullptr ? "/usr/bin:/bin" : path;
    while (!folders.empty()) {
        const auto colon = folders.find(':');
        const fs::path candidate = fs::path(folders.substr(0, colon)) / name;
        if (access(candidate.c_str(), X_OK) == 0 && !fs::is_directory(candidate)) return fs::absolute(candidate);
        if (colon == std::string_view::npos) break;
        folders.remove_prefix(colon + 1);
    }
    return std::nullopt;
}

// "12.2.0" in "g++ (Debian 12.2.0-14) 12.2.0": the last word that is made of digits and dots.
std::string version_number(std::string_view line) {
    std::string number;
    while (!line.empty()) {
        const auto space = line.find(' ');
        std::string_view word = line.substr(0, space);
        word = word.substr(0, word.find_first_not_of("0123456789."));
        if (word.find('.') != std::string_view::npos) number = word;
        if (space == std::string_view::npos) break;
        line.remove_prefix(space + 1);
    }
    return number;
}

}  // namespace

std::optional<Toolchain> read_version(const std::string& version_text) {
    const std::string line = version_text.substr(0, version_text.find('\n'));
    Toolchain toolchain;
    if (const auto at = line.find("clang version "); at != std::string::npos) {
        toolchain.family = CompilerFamily::clang;
        std::string_view word = std::string_view(line).substr(at + 14);
        word = word.substr(0, word.find_first_not_of("0123456789."));
        toolchain.description = fmt::format("clang++ {}", word);
        return toolchain;
    }
    const std::string program = line.substr(0, line.find(' '));
    const bool gnu = program.find("++") != std::string::npos || program.find("gcc") != std::string::npos;
    if (!gnu || version_text.find("Free Software Foundation") == std::string::npos) return std::nullopt;
    toolchain.description = fmt::format("g++ {}", version_number(line));
    return toolchain;
}

tl::expected<Toolchain, std::string> find_toolchain(const std::optional<std::string>& asked,
                                                    const std::stop_token& stop) {
    const char* variable = std::getenv("CXX");
    const bool from_variable = !asked && variable != nullptr && *variable != '\0';
    const std::string name = asked ? *asked : from_variable ? variable : "g++";
    const std::string source = asked ? " (--compiler)" : from_variable ? " (CXX)" : "";

    const auto path = find_program(name);
    if (!path) {
        return tl::unexpected(
            fmt::format("the compiler {}{} is not there. Install it (apt-get install g++), or name "
                        "another one with --compiler",
                        name, source));
    }
    run::ProcessRequest request;
    request.argv = {path->string(), "--version"};
    request.environment = {"LC_ALL=C"};
    request.wall_limit = std::chrono::seconds(20);
    const run::ProcessResult result = run::supervise(request, stop);
    auto toolchain = result.ended_well() ? read_version(result.out) : std::nullopt;
    if (!toolchain) {
        return tl::unexpected(fmt::format("{}{} is neither g++ nor clang++: `{} --version` does not answer as they do",
                                          name, source, path->string()));
    }
    toolchain->path = *path;
    struct stat status{};
    stat(fs::canonical(*path).c_str(), &status);
    toolchain->identity =
        sha256(fmt::format("{}\n{}\n{} {}", path->string(), result.out, status.st_size, status.st_mtime));
    return *toolchain;
}

}  // namespace lab::build
