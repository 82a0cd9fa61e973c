// save_to_verdict.cpp: from saving a file to the verdict, against compiling the same hand-in with plain g++.
//
// `checker run ID` after an edit, and `g++ -std=c++20 -g -pthread` compiling and linking the hand-in with its main(),
// in turns; each repetition's edit is a new comment. Prints the medians and their ratio.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "bench/measure.hpp"

namespace {

namespace fs = std::filesystem;
using lab::bench::quoted;

struct Lesson {
    fs::path solution;  // the file handed in
    fs::path main;
    fs::path headers;
};

Lesson find_lesson(const std::string& id) {
    Lesson lesson;
    for (const auto& folder : fs::directory_iterator(fs::path(BENCH_COURSE) / "lessons")) {
        const std::string name = folder.path().filename().string();
        if (!name.starts_with(id + "-")) continue;
        lesson.main = folder.path() / "main.cpp";
        lesson.headers = folder.path() / "stub";
        for (const auto& file : fs::directory_iterator(fs::path(BENCH_COURSE) / "solutions" / name)) {
            if (file.path().extension() == ".cpp") lesson.solution = file.path();
        }
    }
    return lesson;
}

void save_edited(const fs::path& from, const fs::path& to, const std::string& edit) {
    std::ofstream file(to);
    file << std::ifstream(from).rdbuf() << "// edited: " << edit << '\n';
}

}  // namespace

int main(int count, char** arguments) {
    const std::string id = count > 1 ? arguments[1] : "04";
    const int repetitions = count > 2 ? std::max(1, std::atoi(arguments[2])) : 7;
    const Lesson lesson = find_lesson(id);
    if (lesson.solution.empty()) {
        fmt::print(stderr, "there is no lesson {} with a solution\n", id);
        return 2;
    }
    std::string pattern = (fs::temp_directory_path() / "save-to-verdict-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) return 1;
    const fs::path folder = pattern;
    const fs::path hand_in = folder / lesson.solution.filename();

    const std::string check = fmt::format("{} run {} --file {} > {} 2>&1", quoted(BENCH_CHECKER), id,
                                          quoted(hand_in.string()), quoted((folder / "report").string()));
    const std::string compile =
        fmt::format("{} -std=c++20 -g -pthread -I {} {} {} -o {}", BENCH_COMPILER, quoted(lesson.headers.string()),
                    quoted(hand_in.string()), quoted(lesson.main.string()), quoted((folder / "program").string()));
    const auto stamp = std::to_string(std::chrono::steady_clock::now().time_since_epoch().count());

    std::vector<double> verdicts;
    std::vector<double> compilations;
    int exit = 0;
    for (int i = 0; i <= repetitions; ++i) {  // the first one warms up: precompiled header, check.cpp, page cache
        save_edited(lesson.solution, hand_in, stamp + " " + std::to_string(i));
        const auto checked = lab::bench::run(check);
        const auto compiled = lab::bench::run(compile);
        exit = std::max({exit, checked.exit, compiled.exit});
        if (i == 0) continue;
        verdicts.push_back(checked.seconds);
        compilations.push_back(compiled.seconds);
    }
    if (exit != 0)
        fmt::print("{}", std::string(std::istreambuf_iterator(std::ifstream(folder / "report").rdbuf()), {}));
    fs::remove_all(folder);

    const double verdict = lab::bench::median(verdicts);
    const double compilation = lab::bench::median(compilations);
    fmt::print("lesson {}, medians of {} edits\n\n", id, repetitions);
    fmt::print("{:<52} {:>8.3f} s\n", "checker run " + id + ", from the edit to the verdict", verdict);
    fmt::print("{:<52} {:>8.3f} s\n", "g++ -std=c++20 -g -pthread, hand-in and main.cpp", compilation);
    fmt::print("{:<52} {:>8.2f} x\n", "ratio", verdict / compilation);
    return exit;
}
