// explorer.cpp: one case from search to explanation.
#include "explore/explorer.hpp"

#include "doctest/case_registry.hpp"
#include "explore/consequence.hpp"
#include "explore/report.hpp"
#include "explore/search.hpp"
#include "explore/shared_memory.hpp"
#include "explore/visible_memory.hpp"
#include "explore/worker.hpp"
#include "interpose/streams.hpp"

#include <algorithm>

namespace interleave {
namespace {

void on_check_failure(const cases::CheckFailure& failed) {
    if (!exec.active || exec.failure.kind != FailureKind::none) return;
    Failure& failure = exec.failure;
    failure.kind = FailureKind::check_failed;
    failure.message = failed.macro + "( " + failed.expression + " ) failed in " + thread_name(exec.current->id);
    failure.check_expression = failed.expression;
    failure.check_expansion = failed.expansion;
    failure.check_macro = failed.macro;
    failure.check_file = failed.file;
    failure.check_line = failed.line;
    failure.check_step = exec.log->count;
}

void configure(const Subject& subject, const runner::RunnerConfig& config) {
    exec.limits.steps = static_cast<std::uint32_t>(std::clamp<std::int64_t>(config.max_steps, 1, StepLog::capacity));
    exec.limits.race_detection = config.race_detection;
    exec.limits.spurious = static_cast<unsigned>(config.spurious);
    exec.limits.exact_loops = config.exact_loops;
    exec.limits.threads = max_threads;
    exec.limits.checkpoint_after = static_cast<std::uint64_t>(config.checkpoint_after);
    exec.exit_ends_program = subject.program;
    cases::set_check_failure_handler(on_check_failure);
}

std::vector<ThreadId> steps_of(const SharedFailure& failure) {
    return {failure.schedule, failure.schedule + std::min(failure.steps, StepLog::capacity)};
}

}  // namespace

runner::CaseEnd explore(const Subject& subject, const runner::RunnerConfig& config) {
    configure(subject, config);
    SharedMemory found;
    std::optional<Schedule> schedule;
    if (config.replay) schedule = parse_schedule(config.replay->schedule);
    if (config.replay && !schedule) {
        runner::CaseEnd end;
        end.name = subject.name;
        end.failure.emplace();
        end.failure->kind = "unsupported";
        end.failure->message = "this is not a schedule: " + config.replay->schedule;
        return end;
    }
    if (!schedule) {
        run_with_threads(*found, [&] {
            if (subject.prepare) subject.prepare();
            search(subject, config, *found);
        });
        if (found->failure.kind == FailureKind::none) return make_case_end(subject, *found, nullptr, nullptr, {});
        schedule = Schedule{{}, steps_of(found->failure)};
    }
    const auto record = [&](SharedState& state) {
        run_with_threads(state, [&] {
            if (subject.prepare) subject.prepare();
            replay_and_record(subject, schedule->steps, config, state);
        });
    };
    make_visible(schedule->visible);
    SharedMemory explained;
    record(*explained);
    SharedMemory continued;
    const bool race = explained->failure.kind == FailureKind::data_race;
    if (race) {
        // What the threads do next tells one mistake from another.
        exec.limits.race_detection = false;
        record(*continued);
        exec.limits.race_detection = config.race_detection;
    }
    auto end = make_case_end(subject, config.replay ? *explained : *found, &*explained, race ? &*continued : nullptr,
                             *schedule);
    if (race && !config.replay && !config.until_first && end.failure)
        end.failure->consequence = find_consequence(subject, config, found->failure);
    return end;
}

}  // namespace interleave
