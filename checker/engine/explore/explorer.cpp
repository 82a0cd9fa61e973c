// explorer.cpp: one case from search to explanation.
#include "explore/explorer.hpp"

#include "doctest/case_registry.hpp"
#include "explore/report.hpp"
#include "explore/search.hpp"
#include "explore/shared_state.hpp"
#include "explore/worker.hpp"
#include "fiber/fiber.hpp"
#include "interpose/streams.hpp"

#include <sys/mman.h>
#include <algorithm>
#include <new>
#include <type_traits>

namespace interleave {
namespace {

// Memory that a child's results outlive it in.
class SharedMemory {
public:
    SharedMemory() {
        void* memory = mmap(nullptr, sizeof(SharedState), PROT_READ | PROT_WRITE,
                            MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (memory == MAP_FAILED) throw std::bad_alloc();
        // A constructor would write all of it. Fresh pages are zero, as nearly all of a new state is, and those that
        // are never used never become memory.
        static_assert(std::is_trivially_copyable_v<SharedState> && std::is_trivially_destructible_v<SharedState>);
        state_ = static_cast<SharedState*>(memory);
        state_->bound = -1;
        state_->recording.race_first = state_->recording.race_second = -1;
    }
    ~SharedMemory() { munmap(state_, sizeof(SharedState)); }
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;
    SharedState& operator*() const { return *state_; }
    SharedState* operator->() const { return state_; }

private:
    SharedState* state_;
};

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
    exec.limits.exact_loops = config.exact_loops;
    exec.limits.threads = max_threads;
    exec.exit_ends_program = subject.program;
    cases::set_check_failure_handler(on_check_failure);
}

std::vector<ThreadId> steps_of(const SharedFailure& failure) {
    return {failure.schedule, failure.schedule + std::min(failure.steps, StepLog::capacity)};
}

// Repeats the work with more parked threads as long as it needs more than there are.
void run_with_threads(SharedState& state, const std::function<void()>& work) {
    for (;;) {
        run_worker(state, work);
        const unsigned have = fiber_count();
        if (state.failure.kind != FailureKind::too_many_threads || have >= max_threads) return;
        if (prepare_fibers(std::min(have * 4, max_threads)) == have) return;
        new (&state) SharedState;
    }
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
    SharedMemory explained;
    record(*explained);
    SharedMemory continued;
    const bool race = explained->failure.kind == FailureKind::data_race;
    if (race) {
        // What the threads do next tells one mistake from another.
        exec.limits.race_detection = false;
        record(*continued);
    }
    return make_case_end(subject, config.replay ? *explained : *found, &*explained, race ? &*continued : nullptr,
                         *schedule);
}

}  // namespace interleave
