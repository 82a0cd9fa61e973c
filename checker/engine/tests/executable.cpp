// executable.cpp: compiler and linker for the programs.
#include "executable.hpp"

#include <stdexcept>

#include "child.hpp"
#include "explored_build.hpp"

namespace programs {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds compile_limit{120'000};

std::vector<std::string> words(const char* list) {
    std::vector<std::string> result;
    std::string word;
    for (const char* c = list;; ++c) {
        if (*c != ';' && *c != '\0') {
            word += *c;
            continue;
        }
        if (!word.empty()) result.push_back(std::move(word));
        word.clear();
        if (*c == '\0') return result;
    }
}

void append(std::vector<std::string>& list, const std::vector<std::string>& more) {
    list.insert(list.end(), more.begin(), more.end());
}

std::vector<std::string> compile_command(const Program& program, const fs::path& object) {
    std::vector<std::string> command{build::compiler};
    bool plain_c = program.path.extension() == ".c";
    for (const auto& flag : words(build::flags))
        if (!plain_c || flag.rfind("-std=", 0) != 0) command.push_back(flag);
    if (plain_c)
        append(command, {"-x", "c", "-std=gnu11"});
    else
        append(command, {"-isystem", build::std_folder, "-include", build::prelude});
    append(command, {"-c", program.path.string(), "-o", object.string()});
    append(command, program.flags);
    return command;
}

std::vector<std::string> link_command(const Program& program, const fs::path& object, const fs::path& executable) {
    fs::path library = build::library;
    std::vector<std::string> command{build::compiler, object.string(), "-o", executable.string()};
    append(command, {library.string(), "-Wl,-rpath," + library.parent_path().string()});
    append(command, words(build::link_flags));
    append(command, program.flags);
    return command;
}

}  // namespace

const char* const programs_folder = build::programs_folder;
const char* const work_folder = build::work_folder;

fs::path build_program(const Program& program, const fs::path& work) {
    std::string stem = program.name;
    for (char& c : stem)
        if (c == '/' || c == '.') c = '-';
    fs::path executable = work / stem, object = executable;
    object += ".o";
    if (fs::exists(executable)) {
        auto made = fs::last_write_time(executable);
        bool fresh =
            made > fs::last_write_time(program.path) && made > fs::last_write_time(fs::read_symlink("/proc/self/exe"));
        fs::path precompiled = std::string(build::prelude) + ".gch";
        if (fs::exists(precompiled)) fresh = fresh && made > fs::last_write_time(precompiled);
        if (fresh) return executable;
    }
    for (const auto& command : {compile_command(program, object), link_command(program, object, executable)}) {
        auto result = run_child(command, {"LC_ALL=C"}, compile_limit);
        if (!result.good()) {
            auto at = result.err.find("error");
            at = at == std::string::npos ? 0 : at;
            throw std::runtime_error("it does not build (" + result.ending() +
                                     "): " + quoted(result.err.substr(at, 300)));
        }
    }
    fs::remove(object);
    return executable;
}

}  // namespace programs
