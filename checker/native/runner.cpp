// runner.cpp: runs the cases one after another and reports each by two frames.
#include "runner.hpp"

#include <link.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <map>

#include "../channel/writer.hpp"
#include "../engine/runner/config.hpp"
#include "program.hpp"
#include "run.hpp"

namespace interleave::native {
namespace {

constexpr const char* program_case = "program";
constexpr std::size_t most_outputs = 64;
constexpr std::size_t outputs_shown = std::size_t{512} << 10U;  // bytes, of all outputs of a case

std::uintptr_t load_address() {
    std::uintptr_t base = 0;
    ::dl_iterate_phdr(
        [](dl_phdr_info* info, std::size_t, void* found) {  // the first one is the executable
            *static_cast<std::uintptr_t*>(found) = info->dlpi_addr;
            return 1;
        },
        &base);
    return base;
}

std::string executable() {
    char path[4096];
    const ssize_t size = ::readlink("/proc/self/exe", path, sizeof path);
    return size > 0 ? std::string(path, static_cast<std::size_t>(size)) : std::string();
}

const char* name_of(RunRecord::Kind kind) {
    switch (kind) {
        case RunRecord::Kind::every: return "every";
        case RunRecord::Kind::some: return "some";
        case RunRecord::Kind::plain: break;
    }
    return "plain";
}

// These take their time to be noticed, and would be found again by each further run.
bool ends_stress(const runner::Failure& failure) {
    return failure.kind == "hang" || failure.kind == "leak" || failure.kind == "unsupported";
}

// Adds up the runs of one case.
class CaseRuns {
public:
    void add(RunResult result) {
        ++end_.interleavings;
        ++(result.failure ? end_.failed : end_.passed);
        reached_ = reached_ || result.reached;
        if (result.output_whole) ++outputs_[{result.output, result.exit}];
        if (result.failure && !end_.failure) end_.failure = std::move(result.failure);
    }

    runner::CaseEnd finish(const std::string& name, const char* kind) && {
        end_.name = name;
        end_.kind = kind;
        if (end_.kind == "some") end_.reached = reached_;
        std::size_t bytes = 0;
        const bool silent = outputs_.size() == 1 && outputs_.begin()->first.first.empty();
        for (const auto& [output, count] : outputs_) {
            if (silent && end_.kind != program_case) break;
            bytes += output.first.size();
            end_.outputs_cut = end_.outputs.size() == most_outputs || bytes > outputs_shown;
            if (end_.outputs_cut) break;
            end_.outputs.push_back({output.first, count, output.second, {}});
        }
        return std::move(end_);
    }

private:
    runner::CaseEnd end_;
    bool reached_ = false;
    std::map<std::pair<std::string, int>, std::int64_t> outputs_;  // by text and result of main()
};

class Runner {
public:
    explicit Runner(runner::RunnerConfig config)
        : config_(std::move(config)), writer_(lab::channel::Writer::from_environment()) {}

    void run() {
        const std::vector<cases::RegisteredCase> registered = cases::registered_cases();
        if (!config_.mode_given && registered.empty()) config_.mode = runner::Mode::program;
        const bool with_cases = config_.mode != runner::Mode::program;
        const bool with_program = has_program() && (config_.program || !with_cases || replays(program_case));

        runner::Begin begin{"native", load_address(), executable(), {}};
        for (const cases::RegisteredCase& one : registered) {
            if (with_cases) begin.cases.push_back(one.name);
        }
        if (with_program) begin.cases.emplace_back(program_case);
        writer_.append(to_json(begin));
        if (config_.mode != runner::Mode::list) {
            for (const cases::RegisteredCase& one : registered) {
                if (with_cases && wants(one.name) && !end_.skipped) run_case(one.name, &one);
            }
            if (with_program && wants(program_case) && !end_.skipped) run_case(program_case, nullptr);
        }
        writer_.append(to_json(end_));
    }

private:
    bool replays(const std::string& name) const {
        return config_.mode == runner::Mode::replay && config_.replay->case_name == name;
    }

    bool wants(const std::string& name) const {
        return config_.mode == runner::Mode::replay ? replays(name) : config_.wants(name);
    }

    // What kind a case is comes out when it runs: a plain one is not repeated.
    void run_case(const std::string& name, const cases::RegisteredCase* registered) {
        RunRequest request{registered, config_.arguments, 0, config_.run_seconds};
        CaseRuns runs;
        const char* kind = registered != nullptr ? "every" : program_case;
        int wanted = config_.stress_runs;
        for (; request.run < wanted; ++request.run) {
            RunResult result = run_once(request);
            if (request.run == 0) {
                if (registered != nullptr) kind = name_of(result.kind);
                if (registered != nullptr && result.kind == RunRecord::Kind::plain) wanted = 1;
                begin_case(name, kind, registered);
            }
            end_.skipped = result.failure && result.failure->kind == "hang";  // it takes its time: once is enough
            const bool last = result.failure && ends_stress(*result.failure);
            runs.add(std::move(result));
            if (last) break;
        }
        if (wanted == 0) begin_case(name, kind, registered);
        writer_.append(to_json(std::move(runs).finish(name, kind)));
    }

    void begin_case(const std::string& name, const char* kind, const cases::RegisteredCase* registered) {
        runner::CaseBegin begin{name, kind, {}, 0};
        if (registered != nullptr) {
            begin.file = registered->file;
            begin.line = registered->line;
        }
        writer_.append(to_json(begin));
    }

    runner::RunnerConfig config_;
    lab::channel::Writer writer_;
    runner::End end_;
};

}  // namespace

int run() {
    try {
        Runner(runner::config_from_environment()).run();
        return 0;
    } catch (const runner::ConfigError& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}

}  // namespace interleave::native
