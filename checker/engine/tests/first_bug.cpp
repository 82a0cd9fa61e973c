// first_bug.cpp: measures how many interleavings each strategy needs to the first bug of each wrong program, over
// several seeds, and writes a table in Markdown.
//
// usage: first_bug [--programs FOLDER] [--work FOLDER] [--to FILE] [--seeds N] [--limit N] [--jobs N] [--filter TEXT]
//                  [--strategy NAME]
#include <atomic>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "child.hpp"
#include "executable.hpp"
#include "observed.hpp"

namespace programs {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> strategies = {"default", "random", "pct", "pos", "surw", "exhaustive"};

struct Options {
    fs::path programs = programs_folder, work = work_folder, to;
    int seeds = 10, limit = 500, jobs = 2;
    std::string filter;
};

// What one strategy needed for one program. A miss counts as the limit.
struct Needed {
    double logarithms = 0;
    int runs = 0, missed = 0;

    double mean() const { return runs == 0 ? 0 : std::exp(logarithms / runs); }
    void add(const Needed& other) {
        logarithms += other.logarithms;
        runs += other.runs;
        missed += other.missed;
    }
};

struct Row {
    std::string name, kind;
    std::vector<Needed> needed{strategies.size()};
};

Needed measure(const fs::path& executable, const std::string& strategy, const Options& options, std::string& kind) {
    Needed needed;
    const int seeds = strategy == "exhaustive" ? 1 : options.seeds;
    for (int seed = 1; seed <= seeds; ++seed) {
        const std::string config = R"({"mode":"program","until_first":true,"budget":)" + std::to_string(options.limit) +
                                   R"(,"strategy":")" + strategy + R"(","seed":)" + std::to_string(seed) + "}";
        const auto result = run_child({executable.string()}, {"INTERLEAVE_CONFIG=" + config}, std::chrono::minutes(2));
        if (!result.good()) throw std::runtime_error("the runner: " + result.ending());
        const Observed observed = read_frames(result.out);
        ++needed.runs;
        if (observed.first_failure && *observed.first_failure <= options.limit) {
            needed.logarithms += std::log(static_cast<double>(*observed.first_failure));
            kind = observed.failure ? observed.failure->kind : "nondeterministic";
        } else {
            needed.logarithms += std::log(static_cast<double>(options.limit));
            ++needed.missed;
        }
    }
    return needed;
}

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, value < 9.95 ? "%.1f" : "%.0f", value);
    return text;
}

std::string cell(const Needed& needed) {
    if (needed.missed == needed.runs) return "-";
    std::string text = number(needed.mean());
    if (needed.missed > 0) text += " (" + std::to_string(needed.missed) + " missed)";
    return text;
}

std::string table(const std::vector<Row>& rows, const Options& options) {
    std::string text =
        "# Interleavings to the first bug\n\n"
        "Of the wrong programs in checker/engine/tests/explore, by strategy: the geometric mean over " +
        std::to_string(options.seeds) +
        " seeds (`exhaustive` knows\nno chance: one run). A run that has not found the bug after " +
        std::to_string(options.limit) +
        " interleavings counts as that many; \"-\": none has. Interleavings\nthat were repeated because "
        "more turned out to be shared count too. Made by the target `bench_first_bug`.\n\n";
    std::string line = "| |", rule = "|---|";
    for (const auto& strategy : strategies) {
        line += " " + strategy + " |";
        rule += "---|";
    }
    std::vector<Needed> all(strategies.size()), synchronised(strategies.size());
    std::vector<int> programs_missed(strategies.size());
    for (const Row& row : rows)
        for (std::size_t i = 0; i < strategies.size(); ++i) {
            all[i].add(row.needed[i]);
            if (row.kind != "data-race") synchronised[i].add(row.needed[i]);
            programs_missed[i] += row.needed[i].missed == row.needed[i].runs;
        }
    const auto add = [&](const std::string& name, auto&& value) {
        text += "| " + name + " |";
        for (std::size_t i = 0; i < strategies.size(); ++i) text += " " + value(i) + " |";
        text += "\n";
    };
    std::size_t races = 0;
    for (const Row& row : rows) races += row.kind == "data-race";
    text += line + "\n" + rule + "\n";
    add("all " + std::to_string(rows.size()) + " programs", [&](std::size_t i) { return number(all[i].mean()); });
    add("the " + std::to_string(rows.size() - races) + " whose bug is no data race",
        [&](std::size_t i) { return number(synchronised[i].mean()); });
    add("programs missed with every seed", [&](std::size_t i) { return std::to_string(programs_missed[i]); });
    add("runs that missed",
        [&](std::size_t i) { return std::to_string(all[i].missed) + " of " + std::to_string(all[i].runs); });
    text += "\n| program | found |" + line.substr(3) + "\n|---|---|" + rule.substr(5) + "\n";
    for (const Row& row : rows) {
        text += "| " + row.name + " | " + row.kind + " |";
        for (const Needed& needed : row.needed) text += " " + cell(needed) + " |";
        text += "\n";
    }
    return text;
}

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i], value = argv[i + 1];
        if (name == "--programs")
            options.programs = value;
        else if (name == "--work")
            options.work = value;
        else if (name == "--to")
            options.to = value;
        else if (name == "--filter")
            options.filter = value;
        else if (name == "--strategy")
            strategies = {value};
        else if (name == "--seeds")
            options.seeds = std::stoi(value);
        else if (name == "--limit")
            options.limit = std::stoi(value);
        else if (name == "--jobs")
            options.jobs = std::stoi(value);
        else
            throw std::invalid_argument("unknown argument " + name);
    }
    if (argc % 2 == 0) throw std::invalid_argument(std::string(argv[argc - 1]) + " needs a value");
    return options;
}

int measure_all(const Options& options) {
    std::vector<Program> wrong;
    for (auto& program : read_programs(options.programs))
        if (program.expected.count("passed") == 0 && program.name.find(options.filter) != std::string::npos)
            wrong.push_back(std::move(program));
    fs::create_directories(options.work);
    std::vector<Row> rows(wrong.size());
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> failed = false;
    std::mutex printing;
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < options.jobs; ++i)
            workers.emplace_back([&] {
                for (std::size_t mine; (mine = next++) < wrong.size();) try {
                        rows[mine].name = wrong[mine].name;
                        const auto executable = build_program(wrong[mine], options.work);
                        for (std::size_t k = 0; k < strategies.size(); ++k)
                            rows[mine].needed[k] = measure(executable, strategies[k], options, rows[mine].kind);
                    } catch (const std::exception& error) {
                        std::lock_guard lock(printing);
                        std::cerr << wrong[mine].name << ": " << error.what() << '\n';
                        failed = true;
                    }
            });
    }
    if (failed) return 1;
    const std::string text = table(rows, options);
    if (options.to.empty()) {
        std::cout << text;
        return 0;
    }
    std::ofstream file(options.to);
    file << text;
    return file.flush() ? 0 : 1;
}

}  // namespace
}  // namespace programs

int main(int argc, char** argv) {
    try {
        return programs::measure_all(programs::parse(argc, argv));
    } catch (const std::exception& error) {
        std::cerr << "first_bug: " << error.what() << '\n';
        return 2;
    }
}
