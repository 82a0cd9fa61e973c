// fairness.cpp: who must not go now: threads that only look or yield let others go first, and time passes for those who
// wait for it.
#include "model/execution.hpp"

#include <algorithm>

namespace interleave {
namespace {

constexpr std::uint32_t long_wait = 300;  // steps of others after which a time-out is due whatever the clock says
constexpr std::uint32_t long_quiet = 16;  // steps in a row that changed nothing after which time passes
// Nanoseconds: no thread is held up for so long. Such a time-out means "for ever", and comes only when the others have
// ended or wait, too.
constexpr std::uint64_t as_good_as_for_ever = 3'600'000'000'000;

// Steps and vain looks in one execution after which systematic search no longer says who goes next; steps after which
// other strategies do not: one that has its favourites may keep a thread waiting for ever.
constexpr std::uint32_t long_systematic_execution = 400, many_vain_looks = 50, long_random_execution = 5000;

}  // namespace

std::uint32_t Execution::steps_of_long_execution(bool systematic) {
    return systematic ? long_systematic_execution : long_random_execution;
}

void Execution::fair_yield(Thread& thread, std::uint64_t enabled) {
    const std::uint64_t continuously = thread.enabled_since | thread.disabled_by;
    thread.behind |= continuously & ~thread.scheduled_since & ~thread_bit(thread.id);
    thread.enabled_since = enabled;
    thread.disabled_by = thread.scheduled_since = 0;
}

void Execution::fair_step(const Thread& stepped) {
    for (unsigned i = 0; i < thread_count; ++i) {
        Thread& thread = threads[i];
        thread.behind &= ~thread_bit(stepped.id);
        thread.scheduled_since |= thread_bit(stepped.id);
    }
}

bool Execution::is_time_out(const Candidate& candidate) const {
    return candidate.alternative && threads[candidate.thread].pending->alternative == Pending::Alternative::timeout;
}

// Nothing can happen but time passing: the earliest deadline fires.
void Execution::keep_earliest_deadline() {
    std::uint64_t earliest = ~std::uint64_t{0};
    for (const auto& candidate : candidates_) {
        const Pending& pending = *threads[candidate.thread].pending;
        if (pending.alternative == Pending::Alternative::timeout && pending.deadline < earliest)
            earliest = pending.deadline;
    }
    candidates_.erase_if([&](const Candidate& candidate) {
        const Pending& pending = *threads[candidate.thread].pending;
        return pending.alternative != Pending::Alternative::timeout || pending.deadline != earliest;
    });
}

// Others can go on, but a time-out must come all the same: its deadline is over, or they only poll and wait for it.
// Keeps those time-outs only.
bool Execution::time_passes() {
    const auto timed = [&](const Candidate& candidate) { return is_time_out(candidate); };
    if (std::ranges::none_of(candidates_, timed)) return false;
    const auto waited_long = [&](const Candidate& candidate) {
        const Thread& thread = threads[candidate.thread];
        return timed(candidate) && log->count - thread.waits_since > long_wait &&
               thread.pending->deadline <= now + as_good_as_for_ever;
    };
    const auto is_over = [&](const Candidate& candidate) {
        return timed(candidate) && threads[candidate.thread].pending->deadline <= now;
    };
    const bool all_yield = std::ranges::all_of(candidates_, [&](const Candidate& candidate) {
        return candidate.alternative || threads[candidate.thread].yields;
    });
    if (std::ranges::any_of(candidates_, waited_long))
        candidates_.erase_if([&](const Candidate& candidate) { return !waited_long(candidate); });
    else if (all_yield && std::ranges::any_of(candidates_, is_over))
        candidates_.erase_if([&](const Candidate& candidate) { return !is_over(candidate); });
    else if (all_yield && quiet >= long_quiet)
        keep_earliest_deadline();
    else
        return false;
    left_out();
    normal_ = 0;  // such a time-out is not early
    return true;
}

// Takes away who should not go now: see the head of this file.
void Execution::keep_fair() {
    const auto timed = [&](const Candidate& candidate) { return is_time_out(candidate); };
    if (alternatives_ && time_passes()) return;
    if (alternatives_)
        candidates_.erase_if([&](const Candidate& candidate) {
            return timed(candidate) && threads[candidate.thread].pending->deadline > now + as_good_as_for_ever;
        });
    if (alternatives_ && early_left == 0 && candidates_.erase_if(timed) != 0) left_out();
    if (fair_ && candidates_.erase_if([&](const Candidate& candidate) {
            return !candidate.alternative && (threads[candidate.thread].behind & enabled_mask_) != 0;
        }) != 0)
        left_out();
    if (spinning_) keep_those_who_look_at_news();
}

// Who has looked at something unchanged waits until anything changes: at once if it stands exactly where it stood, or
// when it has looked many times.
void Execution::keep_those_who_look_at_news() {
    const auto stuck = [&](const Candidate& candidate, bool exactly) {
        const Thread& thread = threads[candidate.thread];
        return !candidate.alternative && thread.spin_version == state_version &&
               (thread.stutters || (!exactly && thread.spins > 10));
    };
    const auto others_are_free = [&](bool exactly) {
        return std::ranges::any_of(candidates_, [&](const Candidate& candidate) {
            return !candidate.alternative && !stuck(candidate, exactly);
        });
    };
    if (others_are_free(true)) candidates_.erase_if([&](const Candidate& c) { return stuck(c, true); });
    if (others_are_free(false) && candidates_.erase_if([&](const Candidate& c) { return stuck(c, false); }) != 0)
        left_out();
}

// Threads that let go and begin anew come round to where they were if they are always chosen by the same rule, whatever
// it is. By chance they do not: who never gets anywhere then is in a livelock.
void Execution::keep_one_by_chance() {
    const bool by_rule = log->count < long_execution_ || (systematic_ && vain_looks_ < many_vain_looks);
    if (by_rule || candidates_.size() < 2) return;
    const std::size_t kept = Random(log->count).below(candidates_.size());
    const ThreadId thread = candidates_[kept].thread;
    const bool alternative = candidates_[kept].alternative;
    candidates_.erase_if(
        [&](const Candidate& candidate) { return candidate.thread != thread || candidate.alternative != alternative; });
    left_out();
}

void Execution::left_out() { choices_left_out = hidden_ = true; }

}  // namespace interleave
