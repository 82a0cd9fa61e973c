// library.cpp: the functions of explore.hpp: exploring from inside of a program that is not itself explored.
#include "interleave/explore.hpp"

#include "doctest/case_registry.hpp"
#include "explore/explorer.hpp"
#include "fiber/fiber.hpp"
#include "interpose/input.hpp"
#include "interpose/streams.hpp"
#include "memory/arena.hpp"
#include "memory/snapshot.hpp"
#include "model/execution.hpp"
#include "runner/main.hpp"

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace interleave {
namespace {

constexpr unsigned fibers_at_first = 12;

runner::StrategyChoice strategy_named(const std::string& name) {
    try {
        return runner::parse_strategy(name);
    } catch (const runner::ConfigError&) {
        throw std::invalid_argument("interleave: there is no strategy \"" + name + "\"");
    }
}

void run_body(const Options& options, const std::function<void()>& body) {
    try {
        body();
    } catch (const std::exception& error) {
        exec.failure.what = error.what();
        exec.fail(FailureKind::exception, std::string("an exception left the explored code: ") + error.what());
    } catch (...) {
        exec.fail(FailureKind::exception, "an exception left the explored code");
    }
    if (options.failed && options.failed())
        exec.fail(FailureKind::check_failed, "the test framework reports a failure in this interleaving");
}

}  // namespace

Result explore(const Options& options, const std::function<void()>& body) {
    if (exec.active) throw std::runtime_error("interleave: explored code cannot explore");
    if (!program_main_is_kept()) throw std::runtime_error("interleave: this program is itself explored");
    runner::RunnerConfig config;
    if (options.budget < 1) throw std::invalid_argument("interleave: the budget is at least 1");
    config.budget = options.budget;
    config.seed = options.seed;
    config.strategy = strategy_named(options.strategy);
    config.preemptions = options.preemptions;
    if (options.spurious < 0) throw std::invalid_argument("interleave: there are 0 spurious wake-ups or more");
    config.spurious = options.spurious;
    if (!options.schedule.empty()) config.replay = runner::Replay{"", options.schedule};

    std::fflush(nullptr);  // the child must not print what is buffered here
    static const bool prepared = provide_input("") && prepare_fibers(fibers_at_first) != 0;
    static_cast<void>(prepared);
    Subject subject{"explore", false, false, [&] { run_body(options, body); }};
    subject.prepare = [] {
        capture_streams();
        save_data();
        arena::mark();
    };
    const runner::CaseEnd end = explore(subject, config);

    Result result;
    result.interleavings = end.interleavings;
    result.complete = end.complete;
    result.preemption_bound = end.preemption_bound;
    result.first_failure = end.first_failure;
    if (end.failure && end.failure->kind != "none") {
        result.kind = end.failure->kind;
        result.message = end.failure->message;
        if (end.failure->check && !end.failure->check->file.empty())
            result.message += " (" + end.failure->check->file + ":" + std::to_string(end.failure->check->line) + ")";
        result.schedule = end.failure->schedule;
    }
    result.passed = result.kind.empty() && result.interleavings > 0;
    return result;
}

std::string Result::text() const {
    std::string count =
        grouped(static_cast<std::uint64_t>(interleavings)) + " interleaving" + (interleavings == 1 ? "" : "s");
    if (passed) {
        if (complete) return "passed in all " + count;
        return "passed in " + count +
               (preemption_bound ? ", complete up to " + std::to_string(*preemption_bound) + " preemptions" : "");
    }
    const std::string where =
        interleavings == 1 ? "in the first interleaving explored" : "in one of " + count + " explored";
    return kind + ": " + message + "\n" + where + "; its schedule: " + schedule;
}

namespace detail {

void assertion_failed(const char* expression, const char* file, int line) {
    if (!exec.active) {
        std::fprintf(stderr, "%s:%d: INTERLEAVE_ASSERT(%s) failed\n", file, line, expression);
        std::abort();
    }
    Failure& failure = exec.failure;
    failure.check_expression = expression;
    failure.check_macro = "INTERLEAVE_ASSERT";
    failure.check_file = file;
    failure.check_line = line;
    failure.check_step = exec.log->count;
    exec.fail(FailureKind::check_failed,
              "INTERLEAVE_ASSERT( " + std::string(expression) + " ) failed in " + thread_name(exec.current->id));
}

bool keep_main() noexcept {
    keep_program_main();
    return true;
}

}  // namespace detail

}  // namespace interleave
