// run_programs.cpp: builds each program under programs/ for exploration, explores it, and compares what came out.
//
// usage: run_programs [--shard I/N] [--jobs N] [--budget N] [--repeat N] [--filter TEXT] [--programs FOLDER]
//                     [--work FOLDER] [--keep] [-v]
// Each failure, and some of the outputs, are replayed in a fresh process, which must do the same. One line for each
// mismatch; exit code 1 if there was one.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "child.hpp"
#include "executable.hpp"
#include "observed.hpp"
#include "program.hpp"

namespace programs {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr std::size_t replayed_outputs = 3;

struct Options {
    std::size_t shard = 0, shards = 1;
    int jobs = 1, repeat = 1, budget = 5000;
    milliseconds fence{60'000};
    std::string filter;
    fs::path programs = programs_folder, work = work_folder;
    bool keep = false, verbose = false;
};

struct Tally {
    std::atomic<int> right{0}, wrong{0}, mismatched{0}, gaps{0}, replays{0}, consequences{0};
    std::atomic<long> interleavings{0};
};

Observed run(const fs::path& executable, const std::string& config, const Options& options) {
    auto result = run_child({executable.string()}, {"INTERLEAVE_CONFIG=" + config}, options.fence);
    if (!result.good())
        throw std::runtime_error(
            "the runner: " + result.ending() + "; stdout ends in " +
            quoted(result.out.size() > 200 ? result.out.substr(result.out.size() - 200) : result.out) +
            ", stderr: " + quoted(result.err.substr(0, 300)));
    return read_frames(result.out);
}

std::string replay_config(const std::string& schedule) {
    return R"({"mode":"replay","program":true,"replay":{"case":"program","schedule":")" + schedule + "\"}}";
}

// Executions that begin at checkpoints go on as those that begin anew.
bool depends_on_checkpoints(const std::filesystem::path& executable, const Options& options) {
    const auto found = [&](int checkpoint_after) {
        return run(executable,
                   R"({"mode":"program","strategy":"random","budget":1500,"checkpoint_after":)" +
                       std::to_string(checkpoint_after) + "}",
                   options)
            .document;
    };
    return found(0) != found(2);
}

std::vector<std::string> check(const Program& program, const Options& options, Tally& tally) {
    auto executable = build_program(program, options.work);
    std::string config =
        R"({"mode":"program","budget":)" + std::to_string(program.budget.value_or(options.budget)) + "}";
    Observed observed = run(executable, config, options);
    tally.interleavings += observed.interleavings;
    auto found = differences(program, observed);
    for (int i = 1; i < options.repeat; ++i)
        if (run(executable, config, options).document != observed.document)
            found.push_back("run number " + std::to_string(i + 1) + " gave another result");
    // The watchdog stops an endless loop anywhere in it.
    const bool same_each_time = program.expected.count("no-progress") == 0;
    if (same_each_time && depends_on_checkpoints(executable, options)) found.push_back("checkpoints change the result");
    if (observed.failure && !observed.failure->schedule.empty()) {
        ++tally.replays;
        auto replayed = run(executable, replay_config(observed.failure->schedule), options);
        for (auto& difference : failure_differences(observed, replayed)) found.push_back(std::move(difference));
    }
    if (observed.failure && observed.failure->consequence) {
        const auto& then = *observed.failure->consequence;
        ++tally.consequences;
        if (then.kind != "none")
            for (auto& difference :
                 consequence_differences(then, run(executable, replay_config(then.schedule), options)))
                found.push_back(std::move(difference));
        for (std::size_t i = 0; i < then.outputs.size() && i < replayed_outputs; ++i)
            for (auto& difference :
                 output_differences(then.outputs[i], run(executable, replay_config(then.outputs[i].schedule), options)))
                found.push_back(std::move(difference));
    }
    for (std::size_t i = 0; !observed.failure && i < observed.outputs.size() && i < replayed_outputs; ++i) {
        ++tally.replays;
        auto replayed = run(executable, replay_config(observed.outputs[i].schedule), options);
        for (auto& difference : output_differences(observed.outputs[i], replayed))
            found.push_back(std::move(difference));
    }
    if (!options.keep) fs::remove(executable);
    return found;
}

void check_and_report(const Program& program, const Options& options, Tally& tally) {
    static std::mutex printing;
    auto begin = std::chrono::steady_clock::now();
    std::vector<std::string> found;
    try {
        found = check(program, options, tally);
    } catch (const std::exception& error) {
        found.push_back(error.what());
    }
    std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    std::lock_guard lock(printing);
    ++(program.expected.count("passed") ? tally.right : tally.wrong);
    if (!program.gap.empty()) {
        ++tally.gaps;
        if (found.empty())
            found.push_back("the gap is closed: remove the line \"gap\"");
        else
            found.clear();
    }
    for (const auto& mismatch : found) std::cout << "MISMATCH " << program.name << ": " << mismatch << '\n';
    if (!found.empty()) ++tally.mismatched;
    if (options.verbose) std::printf("%-50s %6.2f s\n", program.name.c_str(), seconds.count());
    std::cout.flush();
}

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        std::string name = argv[i];
        auto value = [&]() -> std::string {
            if (++i == argc) throw std::invalid_argument(name + " needs a value");
            return argv[i];
        };
        if (name == "--shard") {
            if (std::sscanf(value().c_str(), "%zu/%zu", &options.shard, &options.shards) != 2 ||
                options.shard >= options.shards)
                throw std::invalid_argument("--shard I/N, with I from 0 to N-1");
        } else if (name == "--jobs") {
            options.jobs = std::stoi(value());
        } else if (name == "--budget") {
            options.budget = std::stoi(value());
        } else if (name == "--repeat") {
            options.repeat = std::stoi(value());
        } else if (name == "--fence") {
            options.fence = milliseconds(1000 * std::stol(value()));
        } else if (name == "--filter") {
            options.filter = value();
        } else if (name == "--programs") {
            options.programs = value();
        } else if (name == "--work") {
            options.work = value();
        } else if (name == "--keep") {
            options.keep = true;
        } else if (name == "-v") {
            options.verbose = true;
        } else {
            throw std::invalid_argument("unknown argument " + name);
        }
    }
    return options;
}

int run_all(const Options& options) {
    std::vector<Program> chosen;
    std::size_t index = 0;
    for (auto& program : read_programs(options.programs))
        if (program.name.find(options.filter) != std::string::npos && index++ % options.shards == options.shard)
            chosen.push_back(std::move(program));
    fs::create_directories(options.work);
    Tally tally;
    {
        std::atomic<std::size_t> next = 0;
        std::vector<std::jthread> workers;
        for (int i = 0; i < options.jobs; ++i)
            workers.emplace_back([&] {
                for (std::size_t mine; (mine = next++) < chosen.size();) check_and_report(chosen[mine], options, tally);
            });
    }
    std::printf(
        "%d right and %d wrong programs, %ld interleavings, %d replays, %d consequences of races, %d known gaps, %d "
        "mismatched\n",
        tally.right.load(), tally.wrong.load(), tally.interleavings.load(), tally.replays.load(),
        tally.consequences.load(), tally.gaps.load(), tally.mismatched.load());
    return tally.mismatched == 0 ? 0 : 1;
}

}  // namespace
}  // namespace programs

int main(int argc, char** argv) {
    try {
        return programs::run_all(programs::parse(argc, argv));
    } catch (const std::exception& error) {
        std::cerr << "run_programs: " << error.what() << '\n';
        return 2;
    }
}
