// program.cpp: compiles what has to be compiled, several files at a time, and links.
#include "build/program.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <set>
#include <thread>

#include <fmt/format.h>

#include "build/product.hpp"
#include "build/sha256.hpp"

namespace lab::build {

namespace fs = std::filesystem;

namespace {

std::optional<Language> language_of(const fs::path& file) {
    const std::string extension = file.extension().string();
    if (extension == ".c") return Language::c;
    if (extension == ".cpp" || extension == ".cc" || extension == ".cxx" || extension == ".C") return Language::cpp;
    return std::nullopt;
}

bool is_object(const fs::path& file) { return file.extension() == ".o" || file.extension() == ".a"; }

// The linker runs elsewhere: folders that it is given count from where the compiler runs.
std::vector<std::string> for_linker(const ProgramRequest& request) {
    std::vector<std::string> flags = request.more_flags;
    for (std::string& flag : flags) {
        if (flag.starts_with("-L") && flag.size() > 2 && flag[2] != '/')
            flag = "-L" + (request.shown_from / flag.substr(2)).string();
    }
    return flags;
}

Outcome prepare(const ProgramRequest& request, const Workshop& shop, const fs::path& file,
                const std::stop_token& stop) {
    const auto language = language_of(file);
    if (!language) return Product{file, sha256_of_file(file), "", true};
    Unit unit;
    unit.source = file;
    unit.by_content = {file};
    unit.language = *language;
    // Warnings are for lessons; here for those who ask for them.
    const bool warnings = std::any_of(request.more_flags.begin(), request.more_flags.end(),
                                      [](const std::string& flag) { return flag.starts_with("-W"); });
    if (!warnings) unit.more_flags.emplace_back("-w");
    unit.more_flags.insert(unit.more_flags.end(), request.more_flags.begin(), request.more_flags.end());
    return compile(shop, Flavour::explored, unit, nullptr, stop);
}

}  // namespace

bool is_program_file(const fs::path& file) { return language_of(file).has_value() || is_object(file); }

std::string hash_of_files(const std::vector<fs::path>& files) {
    if (files.size() == 1) return sha256_of_file(files.front());
    Sha256 hash;
    for (const fs::path& file : files) {
        hash.add_field(file.filename().string());
        hash.add_field(sha256_of_file(file));
    }
    return hash.hex();
}

BuildResult build_program(const ProgramRequest& request, const std::stop_token& stop) {
    const auto start = std::chrono::steady_clock::now();
    const Workshop shop{request.toolchain, request.installation, request.cache, request.shown_from};
    std::vector<std::optional<Outcome>> outcomes(request.files.size());
    {
        std::atomic<std::size_t> next = 0;
        std::vector<std::jthread> workers;
        for (unsigned i = 0; i < std::max(1U, request.compilers); ++i) {
            workers.emplace_back([&] {
                for (std::size_t mine; (mine = next++) < request.files.size();)
                    outcomes[mine] = prepare(request, shop, request.files[mine], stop);
            });
        }
    }
    BuildResult result;
    result.cached = true;
    bool good = true;
    const auto take = [&](const Outcome& outcome) {
        if (outcome) {
            result.diagnostics += outcome->diagnostics;
            result.cached = result.cached && outcome->cached;
            return;
        }
        good = false;
        result.diagnostics += outcome.error().diagnostics;
        if (result.reason.empty()) result.reason = outcome.error().reason;
        result.ours = result.ours || outcome.error().ours;
    };
    std::vector<Product> objects;
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        take(*outcomes[i]);
        if (!*outcomes[i]) continue;
        objects.push_back(**outcomes[i]);
        const fs::path& file = request.files[i];
        const std::string end = file.extension() == ".a" ? ".a" : ".o";
        std::string name = file.stem().string() + end;
        for (int k = 2; !taken.insert(name).second; ++k) name = fmt::format("{}-{}{}", file.stem().string(), k, end);
        names.push_back(name);
    }
    if (good) {
        const Outcome linked = link(shop, Flavour::explored, objects, names, stop, for_linker(request));
        take(linked);
        if (linked) {
            result.program = linked->file;
            result.identity = linked->identity;
        }
    }
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

}  // namespace lab::build
