// scheduler.cpp: the step, and who may take the next one.
//
// A thread stops before each operation that others can notice. Operations that commute with everything the others may
// do (an unlock that nobody can probe, a join of a finished thread, anything on an object that only one thread uses)
// run at once: they are a persistent set of one, so no behaviour is lost. Threads that yield or only look go behind the
// others by the fair scheduler of CHESS (Musuvathi, Qadeer 2008), so that spin loops end.
#include "model/execution.hpp"

#include "interpose/export.hpp"
#include "model/quick_choice.hpp"
#include "trace/recorder.hpp"

#include <algorithm>
#include <utility>

namespace interleave {
namespace {

constexpr std::uint32_t quiet_limit = 4000;  // steps in a row that changed nothing
// Looks at something unchanged after which a thread counts as waiting for others, unless it is recognised before.
constexpr std::uint32_t many_looks_guess = 3, many_looks_exact = 40;
constexpr std::uint32_t patient_yields = 2;  // without having changed anything since, before others must go first
constexpr std::uint64_t long_time = 1'000'000'000;  // nanoseconds: who waits for so long does not poll

}  // namespace

namespace {
[[gnu::always_inline]] inline bool is_enabled(const Thread& thread) {
    const Pending& pending = *thread.pending;
    if (pending.locks) return pending.object->owner == no_thread && pending.object->readers.empty();
    return pending.enabled == nullptr || pending.enabled(thread);
}
}  // namespace

bool Execution::step_is_enabled(const Thread& thread) const { return is_enabled(thread); }

bool Execution::ready_is_true() const {
    std::uint64_t free = 0;
    for (unsigned i = 0; i < thread_count; ++i) {
        const Thread& thread = threads[i];
        if (thread.out || (ready.asked & thread.bit) != 0) continue;
        const bool simple =
            !thread.may_run_at_once && thread.pending->alternative == Pending::Alternative::none && !thread.finished;
        if (!simple) return false;
        if (is_enabled(thread)) free |= thread.bit;
    }
    return free == ready.free;
}

bool Execution::others_can_run() const {
    for (unsigned i = 0; i < thread_count; ++i)
        if (&threads[i] != current && !threads[i].finished && step_is_enabled(threads[i])) return true;
    return false;
}

// Whether the thread's operation commutes with all that others may do.
bool Execution::others_wait(const Thread& thread) const {
    for (unsigned i = 0; i < thread_count; ++i) {
        const Thread& other = threads[i];
        if (&other == &thread || other.finished || other.pending->op == Op::settle) continue;
        const Pending& pending = *other.pending;
        const bool soon = pending.alternative == Pending::Alternative::timeout && pending.deadline < now + long_time;
        if (soon || step_is_enabled(other)) return false;
    }
    return true;
}

[[gnu::always_inline]] inline bool Execution::commutes(const Thread& thread) const {
    const Pending& pending = *thread.pending;
    if (thread.yields) return false;
    if ((pending.op == Op::unlock || pending.op == Op::unlock_shared) && !try_seen) return true;
    return pending.object != nullptr && !pending.object->shared && !detach_seen;
}

// Whether the thread, whose operation is enabled, need not ask who goes next.
[[gnu::always_inline]] inline bool Execution::runs_at_once(Thread& thread) const {
    // What it says no to now stays so: knowledge only grows.
    thread.may_run_at_once = thread.pending->unlisted || (replay_ == nullptr && commutes(thread));
    if (replay_ == nullptr || thread.may_run_at_once) return thread.may_run_at_once;
    if (replay_position_ >= replay_->size() || &thread != current) return false;
    const ThreadId next = (*replay_)[replay_position_];
    // What a new thread and its creator do in between must come in the same order, too: they may allocate memory.
    return thread_of_step(next) == thread.id && (thread.return_to == no_thread || is_before_creator(next));
}

void Execution::mark_used(Object& object) {
    if (object.shared || object.first_user == current->id) return;
    if (object.first_user == no_thread) {
        object.first_user = current->id;
        return;
    }
    object.shared = true;
    shared.insert(identity(object));
    knowledge_grew = true;
}

void Execution::await_turn(Thread& me) {
    ready.enter(me);
    if (me.return_to != no_thread) {
        Thread& creator = threads[me.return_to];
        me.return_to = no_thread;
        me.in_schedule = me.id;
        switch_to(creator);
    } else {
        if (me.yields && fair_ && (++me.unproductive_yields > patient_yields || run_length_ >= long_run_))
            fair_yield(me, enabled_mask_);
        Thread* next = choose_quickly();
        switch_to(next != nullptr ? *next : *choose());
    }
    ready.leave(me);
}

Outcome Execution::step(const Pending& pending) {
    Thread& me = *current;
    ++ticks;
    if (probe_.thread == &me) conclude_probe(!(pending.op == Op::wait && pending.object == probe_.object));
    me.pending = &pending;
    me.waits_since = log->count;
    me.frame = hook_frame;
    if (pending.object != nullptr && !pending.object->shared && pending.object->first_user != me.id)
        mark_used(*pending.object);
    bool chosen = false;
    const bool futile = me.futile || pending.yields;
    me.futile = false;
    me.yields = futile || pending.after_long_run || (run_length_ >= long_run_ && run_length_ % 16 == 0);
    me.outcome = Outcome::granted;
    if (!(runs_at_once(me) && is_enabled(me))) {
        chosen = true;
        await_turn(me);
    }
    if (pending.deadline > now && (me.outcome == Outcome::timed_out || pending.op == Op::sleep)) now = pending.deadline;
    if (!pending.unlisted) {
        count_step(me, futile);
        ++replay_position_;
        if (me.yields) {
            fair_ = true;
            chooses_otherwise();
        }
        if ((futile || me.outcome == Outcome::timed_out) && ++quiet > quiet_limit) no_progress_made();
    } else {
        me.plain_accesses = 0;
        me.stutters = false;
    }
    me.pending = &nothing_pending;
    if (watcher_ != nullptr) tell_watcher(me, pending, chosen);
    return me.outcome;
}

namespace {
// What the thread will do next depends on its stack, on what it has written elsewhere, and on what others change.
std::uint64_t state_of(const Thread& thread) {
    static std::uint64_t unlike_any_other = 0;
    if (thread.frame - thread.fiber->stack_low >= thread.fiber->stack_top - thread.fiber->stack_low)
        return ++unlike_any_other;
    const std::uint64_t* word = reinterpret_cast<const std::uint64_t*>(thread.frame) + 2;
    const auto* end = reinterpret_cast<const std::uint64_t*>(thread.fiber->stack_top);
    std::uint64_t hash = thread.foreign_writes;
    for (; word < end; ++word) hash = (hash ^ *word) * 0x9e3779b97f4a7c15u, hash ^= hash >> 29;
    return hash;
}
}  // namespace

std::uint64_t Execution::state_of_current() const { return state_of(*current) | 1; }

unsigned Execution::choose_value(unsigned options) {
    if (options < 2) return 0;
    stops_at_choice_ = false;  // a checkpoint would have to know this choice
    value_step_ = log->count;
    value_options_ = options;
    unsigned older = 0;
    if (replay_ == nullptr)
        older = strategy_->choose(options);
    else if (replay_position_ > 0 && replay_position_ <= replay_->size())
        older = std::min(older_of_step((*replay_)[replay_position_ - 1]), options - 1);
    if (log->count > 0)
        log->threads[log->count - 1] = static_cast<ThreadId>(log->threads[log->count - 1] | older << step_thread_bits);
    return older;
}

void Execution::looked(Object& object, std::uintptr_t pc, bool futile) {
    Thread& me = *current;
    if (futile) {
        me.futile_step = std::max(me.own_steps, std::uint64_t{1});
        ++vain_looks_;
    }
    for (auto& look : me.looks) {
        if (look.pc != pc || look.object != &object || look.changes != me.changes) continue;
        if (look.version != object.version) {
            look.version = object.version;
            look.times = 1;
            if (exact_) look.state = state_of(me);
            me.spins = 0;
            return;
        }
        if (exact_) {
            const std::uint64_t state = state_of(me);
            if (state == look.state) {
                me.stutters = me.futile = true;
                me.spin_version = state_version;
                spins();
            }
            look.state = state;
        }
        // So many looks at the same unchanged thing: a loop that waits for others.
        if (++look.times >= (exact_ ? many_looks_exact : many_looks_guess)) {
            me.futile = true;
            ++me.spins;
            me.spin_version = state_version;
            spins();
        }
        return;
    }
    me.looks[me.next_look] = {pc, &object, object.version, exact_ ? state_of(me) : 0, me.changes, 1};
    me.next_look = (me.next_look + 1) % 4;
}

Thread& Execution::replayed() {
    if (replay_position_ < replay_->size()) {
        const ThreadId wanted = thread_of_step((*replay_)[replay_position_]);
        if (wanted < thread_count && !threads[wanted].finished) {
            Thread& thread = threads[wanted];
            const bool enabled = step_is_enabled(thread);
            if (enabled ||
                (thread.pending->alternative_enabled != nullptr && thread.pending->alternative_enabled(thread))) {
                thread.outcome = enabled ? Outcome::granted : Outcome::timed_out;
                return thread;
            }
        }
        diverged = true;
        // What follows is no longer the schedule that was asked for: go on without it.
        replay_position_ = replay_->size();
    }
    if (stops_after_replay) stop();
    if (!current->finished && step_is_enabled(*current)) {
        current->outcome = Outcome::granted;
        return *current;
    }
    for (const auto& candidate : candidates_) {
        Thread& thread = threads[candidate.thread];
        thread.outcome = candidate.alternative ? Outcome::timed_out : Outcome::granted;
        if (!candidate.alternative) return thread;
    }
    return threads[candidates_.front().thread];
}

void Execution::stop() {
    stopped = true;
    end();
}

// Fills candidates_ with everybody who can take a step. A thread whose operation runs at once is returned instead.
[[gnu::always_inline]] inline Thread* Execution::collect_candidates() {
    const unsigned count = thread_count;
    Candidate* const first = candidates_.room_for(count);
    Candidate* next = first;
    std::size_t normal = 0;
    std::uint64_t enabled_now = 0;
    const bool names_objects = names_objects_;
    for (unsigned i = 0; i < count; ++i) {
        Thread& thread = threads[i];
        if (thread.out) continue;
        const Pending& pending = *thread.pending;
        const bool enabled = is_enabled(thread);
        if (enabled) {
            if (thread.may_run_at_once && (pending.unlisted || commutes(thread))) {
                thread.outcome = Outcome::granted;
                return &thread;
            }
            enabled_now |= thread_bit(thread.id);
            ++normal;
        } else {
            if (pending.alternative == Pending::Alternative::none || !pending.alternative_enabled(thread)) continue;
            if (pending.alternative == Pending::Alternative::spurious && spurious_left == 0 && replay_ == nullptr)
                continue;
        }
        next->thread = thread.id;
        next->cost = 0;
        next->alternative = !enabled;
        next->op = pending.op;
        next->object = names_objects && pending.object != nullptr ? identity(*pending.object) : 0;
        ++next;
    }
    candidates_.end_at(next);
    normal_ = normal;
    alternatives_ = normal != candidates_.size();
    if (fair_) {
        for (unsigned i = 0; i < count; ++i) threads[i].enabled_since &= enabled_now;
        if (!current->finished) current->disabled_by |= enabled_mask_ & ~enabled_now;
    }
    enabled_mask_ = enabled_now;
    return nullptr;
}

std::uint64_t Execution::notified_threads() const {
    std::uint64_t mask = 0;
    for (unsigned i = 0; i < thread_count; ++i)
        if (!threads[i].finished && threads[i].pending->op == Op::wake && is_notified(threads[i]))
            mask |= thread_bit(threads[i].id);
    return mask;
}

// Null when the strategy gives the execution up.
const Candidate* Execution::ask_strategy() {
    if (!asks_costs_) {
        const std::size_t index = strategy_->pick({candidates_, last_stepped_, log->count, alternatives_});
        return index == Strategy::abandon ? nullptr : &candidates_[index];
    }
    bool current_goes_on = false;
    for (const auto& candidate : candidates_)
        if (candidate.thread == last_stepped_ && !candidate.alternative && !threads[candidate.thread].yields)
            current_goes_on = true;
    for (auto& candidate : candidates_) {
        const bool is_current = candidate.thread == last_stepped_;
        const bool leaves = current_goes_on && !is_current;
        const bool lags = !current_goes_on && normal_ > 1 && is_current && threads[candidate.thread].yields;
        candidate.cost =
            static_cast<std::uint8_t>((leaves || lags ? 1 : 0) + (candidate.alternative && normal_ != 0 ? 1 : 0));
    }
    Decision decision{candidates_, last_stepped_, log->count, alternatives_};
    if (watcher_ != nullptr) {
        decision.notified = notified_threads();
        decision.hidden = hidden_;
    }
    const std::size_t index = strategy_->pick(decision);
    return index == Strategy::abandon ? nullptr : &candidates_[index];
}

Thread* Execution::choose() {
    if (Thread* at_once = collect_candidates()) return at_once;
    if (stops_at_choice_ && candidates_.size() > 1) {
        at_choice_ = true;
        switch_fiber(*current->fiber, host);
        // An execution that begins at this checkpoint goes on here.
        Thread* const next = choose_quickly();
        if (stops_at_choice_) set_aside_ = std::exchange(uniform_, nullptr);  // the next choice comes by here, too
        if (next != nullptr) return next;
        if (Thread* at_once = collect_candidates()) return at_once;
    }
    hidden_ = false;
    if (normal_ == 0) {
        keep_earliest_deadline();
        if (candidates_.empty()) return nobody_can_run();
    } else if (replay_ == nullptr && candidates_.size() > 1) {
        if (alternatives_ || fair_ || spinning_) keep_fair();
        if (log->count >= long_execution_) keep_one_by_chance();
    }
    Thread* chosen = nullptr;
    if (replay_ != nullptr) {
        chosen = &replayed();
    } else {
        if (names_objects_ && candidates_.size() == 1) strategy_->forced(candidates_.front());
        const Candidate* candidate =
            candidates_.size() == 1 && watcher_ == nullptr ? &candidates_.front() : ask_strategy();
        if (candidate == nullptr) {
            abandoned = true;
            end();
        }
        chosen = &threads[candidate->thread];
        chosen->outcome = candidate->alternative ? Outcome::timed_out : Outcome::granted;
    }
    const Pending& pending = *chosen->pending;
    if (chosen->outcome == Outcome::timed_out) {
        if (pending.alternative == Pending::Alternative::spurious && spurious_left != 0) --spurious_left;
        if (pending.alternative == Pending::Alternative::timeout && normal_ != 0 && early_left != 0) --early_left;
    }
    return chosen;
}

}  // namespace interleave
