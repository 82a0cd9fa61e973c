// search.cpp: the order of work. A few hundred random executions find most bugs within a millisecond; then depth-first
// search, complete if it ends within its share of the budget; then bounded search; then random ones again.
#include "explore/search.hpp"

#include "doctest/case_registry.hpp"
#include "interpose/streams.hpp"
#include "strategy/partial_order.hpp"

#include <algorithm>
#include <cstring>
#include <tuple>
#include <utility>

namespace interleave {
namespace {

constexpr std::int64_t first_look = 200;     // random executions before anything systematic
constexpr std::int64_t contrast = 200;       // executions after a failed check, to see whether others pass
constexpr int executions_to_shorten = 1000;  // per preemption bound, in search of a plainer schedule for a failure
constexpr int most_repetitions = 64;         // of an execution whose scheduling points grew

void copy(char* to, std::size_t size, const std::string& from) {
    const std::size_t length = std::min(size - 1, from.size());
    std::memcpy(to, from.data(), length);
    to[length] = '\0';
}
template <std::size_t n>
void copy(char (&to)[n], const std::string& from) {
    copy(to, n, from);
}

void run_body(void* argument) {
    const auto& subject = *static_cast<const Subject*>(argument);
    subject.body();
}

std::uint32_t put(SharedState& state, const std::string& text) {
    const std::uint32_t at = state.text_used;
    std::memcpy(state.text + at, text.data(), text.size());
    state.text_used += static_cast<std::uint32_t>(text.size());
    return at;
}

// How hard a schedule is to follow: how often it changes from one thread to another, then how many steps it has.
std::pair<std::uint32_t, std::uint32_t> length_of(const ThreadId* steps, std::uint32_t count) {
    std::uint32_t switches = 0;
    for (std::uint32_t i = 1; i < count; ++i) switches += thread_of_step(steps[i]) != thread_of_step(steps[i - 1]);
    return {switches, count};
}

void note_output(const Subject& subject, SharedState& state) {
    if (!subject.program && exec.output.empty()) return;
    const std::uint64_t hash = std::hash<std::string>{}(exec.output) * 31 + static_cast<std::uint64_t>(exec.exit_code);
    const auto length = length_of(exec.log->threads, exec.log->count);
    const auto schedule_text = [] {
        return to_string(Schedule{{}, {exec.log->threads, exec.log->threads + exec.log->count}});
    };
    for (std::uint32_t i = 0; i < state.outputs; ++i) {
        SharedOutput& seen = state.output[i];
        if (seen.hash != hash) continue;
        ++seen.count;
        // Its witness is the plainest of the schedules that lead to it.
        if (!(length < std::pair(seen.switches, seen.steps))) return;
        const std::string schedule = schedule_text();
        if (schedule.size() > seen.schedule_size) {
            if (state.text_used + schedule.size() > SharedState::text_capacity / 2) return;
            seen.schedule = put(state, schedule);
        } else {
            std::memcpy(state.text + seen.schedule, schedule.data(), schedule.size());
        }
        seen.schedule_size = static_cast<std::uint32_t>(schedule.size());
        std::tie(seen.switches, seen.steps) = length;
        return;
    }
    const std::string schedule = schedule_text();
    if (state.outputs == SharedState::output_capacity ||
        state.text_used + exec.output.size() + schedule.size() > SharedState::text_capacity) {
        state.outputs_cut = true;
        return;
    }
    SharedOutput& seen = state.output[state.outputs];
    seen = SharedOutput{};
    seen.hash = hash;
    seen.count = 1;
    seen.exit_code = exec.exit_code;
    seen.text = put(state, exec.output);
    seen.text_size = static_cast<std::uint32_t>(exec.output.size());
    seen.schedule = put(state, schedule);
    seen.schedule_size = static_cast<std::uint32_t>(schedule.size());
    std::tie(seen.switches, seen.steps) = length;
    ++state.outputs;
}

// A use of memory that was given back: it may be ordered in this interleaving and a data race in others, which is the
// cause.
bool is_use_after_free(const SharedFailure& failure) {
    return failure.kind == FailureKind::misuse && failure.race_address != 0;
}

// What one execution adds to the result.
void count_execution(const Subject& subject, SharedState& state) {
    ++state.interleavings;
    state.reached |= exec.reached;
    state.slept |= exec.slept;
    if (exec.failure.kind == FailureKind::none) {
        ++state.passed;
        note_output(subject, state);
        const bool differs = subject.program && (state.outputs > 1 || exec.exit_code != 0);
        if (state.first_failure == 0 && differs) state.first_failure = state.executions;
    } else {
        if (state.first_failure == 0) state.first_failure = state.executions;
        ++state.failed;
        const bool names_the_cause = is_use_after_free(state.failure) && exec.failure.kind == FailureKind::data_race;
        if (state.failure.kind == FailureKind::none || names_the_cause) publish_failure(state);
    }
}

class Search {
public:
    Search(const Subject& subject, const runner::RunnerConfig& config, SharedState& state)
        : subject_(subject), config_(config), state_(state), left_(config.budget) {}

    void run() {
        using runner::StrategyChoice;
        switch (config_.strategy) {
            case StrategyChoice::random: {
                auto strategy = make_random(config_.seed);
                sweep(*strategy, left_);
                break;
            }
            case StrategyChoice::pct: {
                auto strategy = make_pct(config_.seed, 3);
                sweep(*strategy, left_);
                break;
            }
            case StrategyChoice::pos: {
                auto strategy = make_pos(config_.seed);
                sweep(*strategy, left_);
                break;
            }
            case StrategyChoice::surw: {
                auto strategy = make_surw(config_.seed);
                sweep(*strategy, left_);
                break;
            }
            case StrategyChoice::exhaustive:
                if (config_.preemptions)
                    bounded(static_cast<unsigned>(*config_.preemptions), left_);
                else
                    complete(left_);
                break;
            case StrategyChoice::every: bounded(unbounded_cost, left_); break;
            case StrategyChoice::standard: standard(); break;
        }
        if (state_.failure.kind != FailureKind::none && !config_.until_first) shorten();
        state_.done = true;
    }

private:
    void standard() {
        auto mixture = make_mixture(config_.seed);
        sweep(*mixture, first_look);
        if (!goes_on()) return;
        if (!config_.preemptions) complete(left_ / 2);
        if (ended_ || !goes_on()) return;
        const unsigned last = config_.preemptions ? static_cast<unsigned>(*config_.preemptions) : 8;
        for (unsigned bound = 0; bound <= last && goes_on(); ++bound)
            if (!bounded(bound, left_ * 2 / 3)) break;
        if (!ended_) sweep(*mixture, left_);
    }

    bool goes_on() const { return left_ > 0 && !decided_; }

    void complete(std::int64_t budget) {
        PartialOrder all;
        exec.choices_left_out = false;
        sweep(all, budget);
        if (!all.complete() || decided_) return;
        // With choices left out (by fairness, by the limits on time-outs) it is no proof, and the search goes on.
        if (exec.choices_left_out) return;
        ended_ = state_.complete = true;
        // This search visited each interleaving once; those that were tried before count no more.
        only_this_sweep_counts();
    }

    // False when the budget ran out or everything is explored.
    bool bounded(unsigned bound, std::int64_t budget) {
        Exhaustive within(bound);
        exec.choices_left_out = false;
        sweep(within, budget);
        if (!within.complete() || decided_) return false;
        if (bound != unbounded_cost && !exec.choices_left_out) state_.bound = static_cast<std::int32_t>(bound);
        ended_ = !within.was_cut();
        state_.complete = ended_ && !exec.choices_left_out;
        if (ended_) only_this_sweep_counts();
        return !ended_;
    }

    // The same failure with as few changes of thread, then as few steps, as possible: a reader follows each of them.
    // Within few preemptions first, where there are few executions.
    void shorten() {
        const SharedFailure& found = state_.failure;
        switch (found.kind) {
            case FailureKind::data_race:
            case FailureKind::deadlock:
            case FailureKind::lost_wakeup:
            case FailureKind::misuse:
            case FailureKind::check_failed:
            case FailureKind::exception:
            case FailureKind::terminate: break;
            default: return;
        }
        for (unsigned bound = 0; bound <= 3; ++bound) {
            Exhaustive within(bound);
            int repetitions = 0;
            bool shorter = false;
            for (int i = 0; i < executions_to_shorten && within.begin(); ++i) {
                exec.run(run_body, const_cast<Subject*>(&subject_), &within, nullptr);
                within.end(exec.log->count);
                if (exec.knowledge_grew) {
                    if (++repetitions > most_repetitions) return;
                    within.restart();
                    continue;
                }
                shorter |= keep_if_shorter();
            }
            // With more preemptions the changes of thread are hardly fewer.
            if (shorter && bound >= 1) return;
        }
    }

    // The execution that just ended failed in the same way, and its schedule is easier to read.
    bool keep_if_shorter() {
        const SharedFailure& found = state_.failure;
        const Failure& failure = exec.failure;
        if (failure.kind != found.kind || failure.check_line != found.check_line) return false;
        const std::uint32_t steps = failure.kind == FailureKind::check_failed ? failure.check_step : exec.log->count;
        const auto length = length_of(exec.log->threads, steps);
        if (!(length < length_of(found.schedule, found.steps))) return false;
        publish_failure(state_);
        return true;
    }

    void only_this_sweep_counts() {
        state_.interleavings = sweep_passed_ + sweep_failed_;
        state_.passed = sweep_passed_;
        state_.failed = sweep_failed_;
        for (std::uint32_t i = 0; i < state_.outputs; ++i) state_.output[i].count -= state_.output[i].count_before;
    }

    void begin_sweep() {
        sweep_passed_ = sweep_failed_ = state_.redundant = 0;
        for (std::uint32_t i = 0; i < state_.outputs; ++i) state_.output[i].count_before = state_.output[i].count;
    }

    void sweep(Strategy& strategy, std::int64_t budget) {
        begin_sweep();
        int repetitions = 0;
        for (std::int64_t i = 0; i < budget && goes_on() && strategy.begin();) {
            ++state_.executions;
            exec.run(run_body, const_cast<Subject*>(&subject_), &strategy, nullptr);
            strategy.end(exec.log->count);
            if (exec.knowledge_grew && !stands_although_knowledge_grew()) {
                // More is shared than was known: there are more choices, also in what was explored before.
                if (++repetitions > most_repetitions) exec.all_shared = true;
                begin_sweep();
                strategy.restart();
                continue;
            }
            ++i;
            --left_;
            if (exec.abandoned) {
                ++state_.redundant;
                continue;
            }
            ++(exec.failure.kind == FailureKind::none ? sweep_passed_ : sweep_failed_);
            judge();
        }
    }

    // A failure is one however many scheduling points there were, if its schedule names the steps that a replay will
    // see.
    static bool stands_although_knowledge_grew() {
        const FailureKind kind = exec.failure.kind;
        return kind == FailureKind::unsupported || (kind != FailureKind::none && !exec.steps_grew);
    }

    void judge() {
        count_execution(subject_, state_);
        if (config_.until_first && state_.first_failure > 0) decided_ = true;
        if (state_.failure.kind == FailureKind::none) return;
        if (config_.strategy == runner::StrategyChoice::every) {  // looks for the shortest of all
            keep_if_shorter();
            return;
        }
        // A failed check may hold in other interleavings, which is a different mistake; and what is freed too early may
        // be a race there: look on for a while.
        const bool may_change =
            state_.failure.kind == FailureKind::check_failed ? state_.passed == 0 : is_use_after_free(state_.failure);
        if (!may_change || ++after_failure_ > contrast) decided_ = true;
    }

    const Subject& subject_;
    const runner::RunnerConfig& config_;
    SharedState& state_;
    std::int64_t left_;
    std::int64_t after_failure_ = 0;
    std::int64_t sweep_passed_ = 0, sweep_failed_ = 0;  // executions of the latest sweep since its last restart
    bool decided_ = false;
    bool ended_ = false;  // nothing is left to search
};

}  // namespace

namespace {
void publish_output(SharedFailure& to) {
    to.output_size = static_cast<std::uint32_t>(std::min(exec.output.size(), sizeof to.output));
    std::memcpy(to.output, exec.output.data(), to.output_size);
}
}  // namespace

void publish_failure(SharedState& state) {
    SharedFailure& to = state.failure;
    const Failure& from = exec.failure;
    to.signal = from.signal;
    to.exit_code = from.exit_code;
    copy(to.message, from.message);
    copy(to.what, from.what);
    copy(to.check_expression, from.check_expression);
    copy(to.check_expansion, from.check_expansion);
    copy(to.check_macro, from.check_macro);
    copy(to.check_file, from.check_file);
    to.check_line = from.check_line;
    to.race_address = from.race_address;
    to.race_first_event = from.race.earlier.event();
    to.cycle_length = static_cast<std::uint32_t>(std::min<std::size_t>(from.cycle.size(), std::size(to.cycle)));
    std::copy_n(from.cycle.begin(), to.cycle_length, to.cycle);
    to.steps = from.kind == FailureKind::check_failed ? from.check_step : state.log.count;
    std::memcpy(to.schedule, state.log.threads, to.steps * sizeof(ThreadId));
    publish_output(to);
    to.kind = from.kind;
}

void search(const Subject& subject, const runner::RunnerConfig& config, SharedState& state) {
    Search(subject, config, state).run();
}

void replay_and_record(const Subject& subject, const std::vector<ThreadId>& steps, const runner::RunnerConfig& config,
                       SharedState& state) {
    exec.stops_after_replay = config.replay && config.replay->stop;
    // The first rounds learn which stacks are shared; see memory.cpp.
    for (int round = 0; round < 8; ++round) {
        state.recording.events = 0;
        Recorder recorder(state.recording);
        exec.recorder = &recorder;
        exec.run(run_body, const_cast<Subject*>(&subject), nullptr, &steps);
        recorder.finish();
        exec.recorder = nullptr;
        if (!exec.knowledge_grew) break;
    }
    count_execution(subject, state);
    if (exec.failure.kind == FailureKind::none) publish_output(state.failure);
    if (exec.failure.kind == FailureKind::data_race || exec.failure.kind == FailureKind::misuse) {
        state.recording.race_first = static_cast<std::int32_t>(exec.failure.race.earlier.event());
        state.recording.race_second = static_cast<std::int32_t>(exec.failure.race_now.event());
    }
    state.done = true;
}

}  // namespace interleave
