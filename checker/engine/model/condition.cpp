// condition.cpp: condition variables and waiting on an address.
//
// Which waiter a notify_one wakes is decided when one of them goes on: the notification is a token that any thread that
// was waiting at that time may take, so that every choice of the woken thread is an ordinary choice of who runs next.
#include "model/primitives.hpp"
#include "model/weak_memory.hpp"

#include "trace/recorder.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>

namespace interleave {

bool is_notified(const Thread& thread) {
    if (thread.signalled) return true;
    for (const auto token : thread.pending->object->tokens)
        if (token > thread.wait_sequence) return true;
    return false;
}

namespace {

bool notified(const Thread& thread) { return is_notified(thread); }

bool may_wake(const Thread& thread) { return notified(thread) && mutex_is_free(*thread.pending->second); }
bool may_relock(const Thread& thread) { return mutex_is_free(*thread.pending->second); }
bool always(const Thread&) { return true; }

void begin_wait(Object& object) {
    Thread& me = *exec.current;
    me.wait_sequence = ++exec.wait_sequence;
    me.signalled = false;
    ++object.waiters;
    exec.changed(object);
}

// The current thread no longer waits: it took a notification, or gave up.
void end_wait(Object& object, bool took) {
    Thread& me = *exec.current;
    if (me.signalled) {
        me.signalled = false;
        return;
    }
    exec.touch(object, true);
    --object.waiters;
    auto& tokens = object.tokens;
    if (took) {
        auto best = tokens.end();
        for (auto token = tokens.begin(); token != tokens.end(); ++token)
            if (*token > me.wait_sequence && (best == tokens.end() || *token < *best)) best = token;
        if (best != tokens.end()) tokens.erase(best);
    }
    // A thread that gave up may have been the one that was notified.
    while (tokens.size() > object.waiters) tokens.erase(tokens.begin());
}

unsigned notify(Object& object, unsigned most) {
    ++object.notifies;
    const unsigned untaken = object.waiters - static_cast<unsigned>(object.tokens.size());
    const unsigned heard = std::min(most, untaken);
    if (heard == 0) ++object.unheard;
    if (most > untaken || most > 64) {
        for (unsigned i = 0; i < exec.thread_count; ++i) {
            Thread& thread = exec.threads[i];
            if (!thread.finished && thread.pending->op == Op::wake && thread.pending->object == &object)
                thread.signalled = true;
        }
        object.waiters = 0;
        object.tokens.clear();
    } else {
        for (unsigned i = 0; i < heard; ++i) object.tokens.push_back(++exec.wait_sequence);
    }
    // That nobody heard it makes no difference to others, except to those who might have waited by then.
    if (heard != 0 || most > 64) exec.changed(object);
    return heard;
}

}  // namespace

int wait_condition(void* condition, void* mutex, std::uint64_t deadline, std::uintptr_t pc) {
    Object& object = exec.tagged(condition, ObjectKind::condition_variable);
    Object& lock = mutex_object(mutex);
    Thread& me = *exec.current;
    if (lock.owner != me.id)
        exec.fail(FailureKind::misuse, thread_name(me.id) + " waits on a condition without holding the mutex");
    if (object.waiters == 0) object.value = lock.id;
    if (object.value != static_cast<long>(lock.id))
        exec.fail(FailureKind::misuse, "threads wait on one condition with two different mutexes");
    exec.step({.op = Op::wait, .object = &object, .pc = pc});
    const std::uint32_t recursion = lock.recursion;
    begin_wait(object);
    let_go(lock);
    if (exec.recorder != nullptr) exec.recorder->step(Op::wait, &object, "", "gives the mutex back", pc);
    const bool timed = deadline != no_deadline;
    const Outcome outcome =
        exec.step({.op = Op::wake,
                   .alternative = timed ? Pending::Alternative::timeout : Pending::Alternative::spurious,
                   .object = &object,
                   .enabled = may_wake,
                   .second = &lock,
                   .alternative_enabled = may_relock,
                   .deadline = timed ? deadline : 0,
                   .pc = pc});
    if (outcome == Outcome::timed_out && !timed) exec.touch_spurious_budget();
    // A time-out that comes when a notification is there too takes it along.
    end_wait(object, outcome == Outcome::granted);
    if (is_not_recoverable(lock)) return ENOTRECOVERABLE;
    take_mutex(lock);
    lock.recursion = recursion;
    if (timed && outcome == Outcome::timed_out) exec.looked(object, pc, true);
    if (exec.recorder != nullptr)
        exec.recorder->step(outcome == Outcome::granted || !timed ? Op::wake : Op::timeout, &object, "",
                            outcome == Outcome::granted ? ""
                            : timed                     ? ""
                                                        : "without a notification (spurious)",
                            pc);
    if (const int error = owner_error(lock); error != 0) return error;
    return outcome == Outcome::timed_out && timed ? ETIMEDOUT : 0;
}

void notify_condition(void* condition, bool all, std::uintptr_t pc) {
    Object& object = exec.tagged(condition, ObjectKind::condition_variable);
    const Op op = all ? Op::notify_all : Op::notify_one;
    exec.step({.op = op, .object = &object, .pc = pc});
    // Whoever gives the memory back must come after this: a waiter that saw the news may not have waited for it.
    exec.atomic_access(reinterpret_cast<std::uintptr_t>(condition), 1, false, pc);
    const unsigned heard = notify(object, all ? 0xffff : 1);
    if (exec.recorder != nullptr) exec.recorder->step(op, &object, "", heard == 0 ? "nobody is waiting" : "", pc);
}

int destroy_condition(void* condition) {
    Object& object = exec.tagged(condition, ObjectKind::condition_variable);
    if (object.waiters > object.tokens.size())
        exec.fail(FailureKind::misuse, "a condition variable is destroyed while a thread waits on it");
    object.destroyed = true;
    return 0;
}

bool wait_on_address(Object& object, bool (*still_blocked)(const void*), const void* context, std::uint64_t deadline,
                     std::uintptr_t pc, bool* at_once) {
    const auto blocked = [&] {
        exec.set_active(false);  // looking at the value is part of this step
        exec.waiting_order = __ATOMIC_SEQ_CST;
        const bool result = still_blocked(context);
        exec.set_active(true);
        return result;
    };
    exec.step({.op = Op::atomic_wait, .object = &object, .pc = pc});
    const bool timed = deadline != no_deadline;
    for (bool waited = false;; waited = true) {
        const bool goes_on = !blocked();
        weak::read_latest(object, exec.waiting_order);
        if (goes_on) {
            if (at_once != nullptr) *at_once = !waited;
            if (exec.waiting_order == __ATOMIC_RELAXED)
                exec.current->acquire_fence.join(object.clock);
            else
                exec.acquire(object.clock);
            if (exec.recorder != nullptr) exec.recorder->step(Op::atomic_wait, &object, "", "goes on", pc);
            return true;
        }
        begin_wait(object);
        if (exec.recorder != nullptr) exec.recorder->step(Op::atomic_wait, &object, "", "waits", pc);
        const Outcome outcome =
            exec.step({.op = Op::wake,
                       .alternative = timed ? Pending::Alternative::timeout : Pending::Alternative::none,
                       .object = &object,
                       .enabled = notified,
                       .alternative_enabled = always,
                       .deadline = timed ? deadline : 0,
                       .pc = pc});
        end_wait(object, outcome == Outcome::granted);
        if (outcome == Outcome::timed_out) {
            if (exec.recorder != nullptr) exec.recorder->step(Op::timeout, &object, "", "", pc);
            return false;
        }
    }
}

unsigned notify_address(Object& object, unsigned most, std::uintptr_t pc) {
    exec.step({.op = Op::atomic_notify, .object = &object, .pc = pc});
    const unsigned heard = notify(object, most);
    if (exec.recorder != nullptr)
        exec.recorder->step(Op::atomic_notify, &object, "", heard == 0 ? "nobody is waiting" : "", pc);
    return heard;
}

}  // namespace interleave
