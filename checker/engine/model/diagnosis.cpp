// diagnosis.cpp: what it means that nobody can go on, or that nothing changes any more.
#include "model/primitives.hpp"
#include "trace/recorder.hpp"

#include <algorithm>

namespace interleave {
namespace {

// Who holds what this thread waits for; no_thread if it waits for an event.
ThreadId holder_of(const Thread& thread) {
    const Pending& pending = *thread.pending;
    if (pending.target != no_thread) return pending.target;
    const Object* object = waits_for(thread);
    if (pending.op == Op::wake) {
        // Notified already, but the mutex is taken.
        const bool notified = thread.signalled || std::ranges::any_of(object->tokens, [&](auto token) {
                                  return token > thread.wait_sequence;
                              });
        if (!notified || pending.second == nullptr) return no_thread;
        object = pending.second;
    }
    if (object == nullptr) return no_thread;
    switch (object->kind) {
        case ObjectKind::mutex:
        case ObjectKind::recursive_mutex:
        case ObjectKind::once:
        case ObjectKind::guard: return object->owner;
        case ObjectKind::shared_mutex:
            if (object->owner != no_thread) return object->owner;
            return object->readers.empty() ? no_thread : object->readers.front();
        default: return no_thread;
    }
}

ObjectId object_between(const Thread& thread) {
    if (thread.pending->op == Op::wake && thread.pending->second != nullptr) return thread.pending->second->id;
    const Object* object = waits_for(thread);
    return object == nullptr ? 0 : object->id;
}

std::string what_it_waits_for(const Thread& thread) {
    const Pending& pending = *thread.pending;
    if (pending.target != no_thread) return thread_name(pending.target) + " to end";
    switch (pending.op) {
        case Op::wake: return "a notification";
        case Op::acquire: return "a permit of a semaphore";
        case Op::atomic_wait: return "a change of an atomic variable";
        case Op::arrive_wait:
        case Op::wait:
            return pending.object != nullptr && pending.object->kind == ObjectKind::barrier
                       ? "the others to arrive at a barrier"
                       : "a latch";
        case Op::once: return "another thread's initialisation";
        default: return "a lock";
    }
}

}  // namespace

// A thread that waits for a notification has missed it if it would go on when woken now: what it waits for has
// happened. That is tried out, one waiter after the other, when the report is complete and nothing more is recorded.
Thread* Execution::next_probe() {
    if (probe_.waiters.empty()) {
        failure = std::move(probe_.deadlock);
        fail_prepared();
    }
    auto [waiter, message] = std::move(probe_.waiters.back());
    probe_.waiters.pop_back();
    probe_.thread = waiter;
    observed_ = true;
    chooses_otherwise();
    look_closely();
    probe_.object = waiter->pending->object;
    probe_.lost_message = std::move(message);
    waiter->outcome = Outcome::timed_out;
    return waiter;
}

void Execution::conclude_probe(bool went_on) {
    probe_.thread = nullptr;
    if (went_on) {
        probe_.waiters.clear();
        log->count = probe_.steps;
        fail(FailureKind::lost_wakeup, probe_.lost_message);
    }
    leave_to(*next_probe());
}

Thread* Execution::nobody_can_run() {
    std::vector<const Thread*> blocked;
    for (unsigned i = 0; i < thread_count; ++i)
        if (!threads[i].finished) blocked.push_back(&threads[i]);
    if (blocked.empty()) all_done();
    if (recorder != nullptr)
        for (const auto* thread : blocked) recorder->blocked(*thread);

    // A cycle of waits among the blocked threads?
    for (const auto* start : blocked) {
        std::vector<const Thread*> path;
        const Thread* at = start;
        while (at != nullptr && std::ranges::find(path, at) == path.end()) {
            path.push_back(at);
            const ThreadId next = holder_of(*at);
            at = next == no_thread || next >= thread_count || threads[next].finished ? nullptr : &threads[next];
        }
        if (at != start) continue;
        for (const auto* member : path) {
            failure.cycle.push_back(member->id);
            failure.cycle.push_back(object_between(*member));
        }
        const bool self = path.size() == 1;
        fail(FailureKind::deadlock, self ? thread_name(start->id) + " waits for a lock that it holds itself"
                                         : std::to_string(path.size()) + " threads wait for each other in a circle");
    }

    if (main_ended)
        fail(FailureKind::leak, thread_name(blocked.front()->id) + " was left behind: it still waits for " +
                                    what_it_waits_for(*blocked.front()) + " after main has ended");
    const auto* culprit = blocked.front();
    for (const auto* thread : blocked)
        if (holder_of(*thread) == no_thread) culprit = thread;
    const std::string message = thread_name(culprit->id) + " waits for " + what_it_waits_for(*culprit) +
                                ", and nobody is left who could end the wait";

    for (const auto* thread : blocked) {
        const Pending& pending = *thread->pending;
        if (pending.op != Op::wake || pending.object->notifies == 0) continue;
        const std::string lost =
            thread_name(thread->id) + " waits for a notification that will not come: " +
            (pending.object->unheard > 0 ? "one was sent when nobody was waiting" : "another thread took it");
        if (pending.second == nullptr) fail(FailureKind::lost_wakeup, lost);
        if (pending.alternative_enabled != nullptr && pending.alternative_enabled(*thread))
            probe_.waiters.emplace_back(&threads[thread->id], lost);
    }
    if (probe_.waiters.empty()) fail(FailureKind::deadlock, message);
    if (recorder != nullptr) recorder->finish();
    recorder = nullptr;
    probe_.deadlock = std::move(failure);
    probe_.deadlock.kind = FailureKind::deadlock;
    probe_.deadlock.message = message;
    probe_.steps = log->count;
    failure = Failure{};
    return next_probe();
}

void Execution::check_length() {
    if (log->count >= most_steps_) no_progress_made();
    chooses_otherwise();
    next_check_ = most_steps_;
}

void Execution::no_progress_made() {
    // Threads that only try again and again, for long: a livelock. Otherwise it is just a long execution.
    std::string spinning;
    bool working = false, settles = false;
    for (unsigned i = 0; i < thread_count; ++i) settles |= threads[i].pending->op == Op::settle;
    for (unsigned i = 0; i < thread_count; ++i) {
        const Thread& thread = threads[i];
        if (thread.finished ||
            !(step_is_enabled(thread) || thread.pending->alternative == Pending::Alternative::timeout))
            continue;
        const bool tries = thread.futile_step != 0 && thread.own_steps - thread.futile_step < 64;
        if ((tries || settles) && thread.own_steps > 64) {
            if (spinning.empty()) spinning = thread_name(thread.id);
        } else {
            working = true;
        }
    }
    if (main_ended) fail(FailureKind::leak, "a thread still runs long after main has ended");
    if (!spinning.empty() && (!working || quiet > 1000))
        fail(FailureKind::livelock, spinning + " tries again and again, and nothing changes");
    if (settles && !spinning.empty())
        fail(FailureKind::livelock, spinning + " goes on and on instead of waiting until somebody does something");
    fail(FailureKind::step_limit, "more than " + grouped(limits.steps) + " steps");
}

}  // namespace interleave
