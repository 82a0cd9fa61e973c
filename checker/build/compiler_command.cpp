// compiler_command.cpp: command lines for g++ and clang++.
#include "build/compiler_command.hpp"

#include <cctype>
#include <string_view>

#include "flavour_flags.hpp"

namespace lab::build {

namespace fs = std::filesystem;

namespace {

void add_flags(std::vector<std::string>& flags, std::string_view separated) {
    while (!separated.empty()) {
        const auto semicolon = separated.find(';');
        flags.emplace_back(separated.substr(0, semicolon));
        if (semicolon == std::string_view::npos) break;
        separated.remove_prefix(semicolon + 1);
    }
}

Command start(const Toolchain& toolchain, Flavour flavour, const Installation& installation) {
    Command command = {toolchain.path.string()};
    for (std::string& flag : compile_flags(toolchain, flavour, installation)) command.push_back(std::move(flag));
    return command;
}

// C++ flags as a C compiler takes them: another standard, and none of the headers in place of libstdc++'s.
std::vector<std::string> as_c(const std::vector<std::string>& flags) {
    std::vector<std::string> result = {"-std=gnu11"};
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (flags[i] == "-isystem")
            ++i;
        else if (!flags[i].starts_with("-std="))
            result.push_back(flags[i]);
    }
    return result;
}

}  // namespace

const char* name_of(Flavour flavour) { return flavour == Flavour::explored ? "explored" : "native"; }

std::vector<std::string> compile_flags(const Toolchain& toolchain, Flavour flavour, const Installation& installation) {
    std::vector<std::string> flags;
    if (flavour == Flavour::explored) {
        add_flags(flags, explored_flags);
        add_flags(flags, toolchain.family == CompilerFamily::gnu ? explored_flags_gnu : explored_flags_clang);
        flags.insert(flags.end(), {"-isystem", installation.explored_std.string()});
    } else {
        add_flags(flags, native_flags);
    }
    flags.insert(flags.end(), {"-I", installation.include.string()});
    return flags;
}

fs::path prefix_header(Flavour flavour, const Installation& installation) {
    return flavour == Flavour::explored ? installation.explored_std / "explored_pch.hpp"
                                        : installation.native / "native_pch.hpp";
}

std::string precompiled_name(const Toolchain& toolchain) {
    return toolchain.family == CompilerFamily::gnu ? "prefix.hpp.gch" : "prefix.hpp.pch";
}

Command precompile_command(const Toolchain& toolchain, Flavour flavour, const Installation& installation,
                           const fs::path& folder) {
    Command command = start(toolchain, flavour, installation);
    command.insert(command.end(),
                   {"-w", "-x", "c++-header", prefix_header(flavour, installation).string(), "-o",
                    (folder / precompiled_name(toolchain)).string(), "-MD", "-MF", (folder / "dependencies").string()});
    return command;
}

Command compile_command(const Toolchain& toolchain, Flavour flavour, const Installation& installation,
                        const Compilation& compilation) {
    Command command = start(toolchain, flavour, installation);
    if (compilation.language == Language::c) {
        command = {toolchain.path.string(), "-x", "c"};
        for (std::string& flag : as_c(compile_flags(toolchain, flavour, installation)))
            command.push_back(std::move(flag));
    }
    if (compilation.precompiled && toolchain.family == CompilerFamily::gnu) {
        // The compiler takes prefix.hpp.gch in its place; prefix.hpp is for the case that it does not like that one.
        command.insert(command.end(), {"-include", (*compilation.precompiled / "prefix.hpp").string()});
    } else if (compilation.precompiled) {
        command.insert(command.end(), {"-include-pch", (*compilation.precompiled / "prefix.hpp.pch").string()});
    }
    for (const fs::path& folder : compilation.headers_from) command.insert(command.end(), {"-I", folder.string()});
    command.insert(command.end(), compilation.more_flags.begin(), compilation.more_flags.end());
    command.insert(command.end(), {"-fdiagnostics-color=always", "-c", compilation.source.string(), "-o",
                                   compilation.object.string(), "-MD", "-MF", compilation.dependencies.string()});
    return command;
}

fs::path back_end_library(Flavour flavour, const Installation& installation) {
    return installation.libraries / (flavour == Flavour::explored ? "libinterleave.so" : "libinterleave_native.a");
}

Command link_command(const Toolchain& toolchain, Flavour flavour, const Installation& installation,
                     const std::vector<fs::path>& objects, const fs::path& program,
                     const std::vector<std::string>& more_flags) {
    Command command = {toolchain.path.string()};
    for (const fs::path& object : objects) command.push_back(object.string());
    command.insert(command.end(), {"-o", program.string()});
    add_flags(command, flavour == Flavour::explored ? explored_link_flags : native_link_flags);
    command.push_back(back_end_library(flavour, installation).string());
    if (flavour == Flavour::explored) command.push_back("-Wl,-rpath," + installation.libraries.string());
    command.insert(command.end(), more_flags.begin(), more_flags.end());
    return command;
}

ExploredFlags explored_flag_lists(const Toolchain& toolchain, const Installation& installation) {
    ExploredFlags flags;
    flags.cpp = compile_flags(toolchain, Flavour::explored, installation);
    flags.c = as_c(flags.cpp);
    add_flags(flags.link, explored_link_flags);
    flags.link.push_back(back_end_library(Flavour::explored, installation).string());
    flags.link.push_back("-Wl,-rpath," + installation.libraries.string());
    return flags;
}

std::vector<fs::path> read_make_rule(const std::string& rule) {
    std::vector<fs::path> files;
    std::string word;
    const auto finish_word = [&] {
        if (!word.empty() && word.back() != ':') files.emplace_back(word);
        word.clear();
    };
    for (std::size_t i = 0; i < rule.size(); ++i) {
        const bool escaped = rule[i] == '\\' && i + 1 < rule.size();
        if (escaped && rule[i + 1] == '\n') {
            ++i;
            finish_word();
        } else if (escaped && (rule[i + 1] == ' ' || rule[i + 1] == '#' || rule[i + 1] == '\\')) {
            word += rule[++i];
        } else if (rule[i] == '$' && i + 1 < rule.size() && rule[i + 1] == '$') {
            word += rule[++i];
        } else if (std::isspace(static_cast<unsigned char>(rule[i])) != 0) {
            finish_word();
        } else {
            word += rule[i];
        }
    }
    finish_word();
    return files;
}

}  // namespace lab::build
