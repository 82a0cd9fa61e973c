// mutex.cpp: mutexes and shared mutexes.
#include "model/primitives.hpp"

#include "trace/recorder.hpp"

#include <pthread.h>
#include <algorithm>
#include <cerrno>

namespace interleave {
namespace {

// glibc keeps the kind of a pthread_mutex_t here; the engine's tag takes the first eight bytes.
int kind_of(const void* mutex) { return static_cast<const int*>(mutex)[4] & 3; }

// Object::value of a robust mutex: one that is given up when its owner ends.
enum Robust : long { not_robust, robust, owner_ended, not_recoverable };
void note_robust(Object& object, const void* mutex) {
    constexpr int robust_bit = 16;  // in glibc's kind
    if (object.value == not_robust && (static_cast<const int*>(mutex)[4] & robust_bit) != 0) object.value = robust;
}

bool always(const Thread&) { return true; }
bool no_writer(const Thread& thread) { return thread.pending->object->owner == no_thread; }

// For a lock that prefers writers: those who wait go before a reader, even before one that is inside already.
bool prefers_writers(const void* lock) {
    return static_cast<const pthread_rwlock_t*>(lock)->__data.__flags == PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP;
}
bool no_writer_nor_waiting(const Thread& reader) {
    for (unsigned i = 0; i < exec.thread_count; ++i) {
        const Pending& other = *exec.threads[i].pending;
        if (other.object == reader.pending->object && other.op == Op::lock) return false;
    }
    return no_writer(reader);
}

void note_try() {
    if (exec.try_seen) return;
    exec.try_seen = exec.knowledge_grew = true;
}

void record(Op op, const Object& object, const char* note, std::uintptr_t pc) {
    if (exec.recorder != nullptr) exec.recorder->step(op, &object, "", note, pc);
}

// `enabled` null: when the mutex is free.
Pending pending_lock(Op op, Object& object, bool (*enabled)(const Thread&), std::uint64_t deadline, std::uintptr_t pc) {
    Pending pending{.op = op, .locks = enabled == nullptr, .object = &object, .enabled = enabled, .pc = pc};
    if (deadline != no_deadline) {
        note_try();
        pending.alternative = Pending::Alternative::timeout;
        pending.alternative_enabled = always;
        pending.deadline = deadline;
    }
    return pending;
}

void drop_held(Object& object) {
    auto& held = exec.current->held;
    Object** last = held.end();
    if (last != held.begin() && last[-1] == &object) [[likely]]
        return held.pop_back();
    while (last != held.begin())
        if (*--last == &object) return held.erase(last);
}

Object& rwlock_object(void* lock) { return exec.tagged(lock, ObjectKind::shared_mutex); }

}  // namespace

bool begins_anew(const Object& object) {
    const Object*& refused = exec.current->refused;
    const bool anew = refused != nullptr && refused != &object;
    if (anew) refused = nullptr;
    return anew;
}

Object& mutex_object(void* mutex) {
    return exec.tagged(mutex,
                       kind_of(mutex) == PTHREAD_MUTEX_RECURSIVE ? ObjectKind::recursive_mutex : ObjectKind::mutex);
}

bool mutex_is_free(const Object& object) { return object.owner == no_thread && object.readers.empty(); }

namespace {

// Inline in the calls of mutexes, which are the most frequent ones.
[[gnu::always_inline]] inline void take(Object& object) {
    Thread& me = *exec.current;
    exec.touch(object, true, Need::exclusive);
    object.owner = me.id;
    exec.ready.taken(object);
    if (me.refused == &object) me.refused = nullptr;
    object.recursion = 1;
    if (object.released_by != me.id) exec.acquire(object.clock);
    if (object.kind == ObjectKind::shared_mutex) exec.acquire(object.readers_clock);
    me.held.push_back(&object);
    exec.changed_as_told(object);
}

[[gnu::always_inline]] inline void give(Object& object) {
    exec.touch(object, true);
    exec.release_replacing(object.clock);
    object.released_by = exec.current->id;
    object.owner = no_thread;
    exec.ready.given_back(object);
    object.recursion = 0;
    drop_held(object);
    exec.changed_as_told(object);
}

}  // namespace

void take_mutex(Object& object) { take(object); }
void give_mutex(Object& object) { give(object); }

bool is_not_recoverable(const Object& mutex) {
    return mutex.kind != ObjectKind::shared_mutex && mutex.value == not_recoverable;
}
int owner_error(const Object& mutex) { return mutex.value == owner_ended ? EOWNERDEAD : 0; }
void let_go(Object& mutex) {
    if (mutex.value == owner_ended) mutex.value = not_recoverable;
    give(mutex);
}

[[gnu::always_inline]] static inline int lock_when_free(Object& object, std::uint64_t deadline, std::uintptr_t pc) {
    Pending pending = pending_lock(Op::lock, object, nullptr, deadline, pc);
    pending.yields = begins_anew(object);
    const Outcome outcome = exec.step(pending);
    if (outcome == Outcome::timed_out) {
        exec.current->refused = &object;
        record(Op::timeout, object, "", pc);
        exec.looked(object, pc, true);
        return ETIMEDOUT;
    }
    if (is_not_recoverable(object)) return ENOTRECOVERABLE;
    take(object);
    record(Op::lock, object, "", pc);
    return owner_error(object);
}

int lock_mutex(void* mutex, std::uint64_t deadline, std::uintptr_t pc) {
    Object& object = mutex_object(mutex);
    if (object.owner == exec.current->id) {
        if (kind_of(mutex) == PTHREAD_MUTEX_RECURSIVE) {
            ++object.recursion;
            if (exec.recorder != nullptr) exec.recorder->event(Op::lock, &object, "", "again", pc);
            return 0;
        }
        if (kind_of(mutex) == PTHREAD_MUTEX_ERRORCHECK) return EDEADLK;
    }
    note_robust(object, mutex);
    return lock_when_free(object, deadline, pc);
}

int try_lock_mutex(void* mutex, std::uintptr_t pc) {
    Object& object = mutex_object(mutex);
    note_robust(object, mutex);
    note_try();
    Pending pending{.op = Op::try_lock, .object = &object, .pc = pc};
    pending.yields = begins_anew(object);
    exec.step(pending);
    if (mutex_is_free(object)) {
        if (is_not_recoverable(object)) return ENOTRECOVERABLE;
        take_mutex(object);
        record(Op::try_lock, object, "got it", pc);
        return owner_error(object);
    }
    if (object.owner == exec.current->id && object.kind == ObjectKind::recursive_mutex) {
        ++object.recursion;
        return 0;
    }
    if (object.owner == exec.current->id && kind_of(mutex) != PTHREAD_MUTEX_ERRORCHECK)
        exec.fail(FailureKind::misuse, thread_name(exec.current->id) + " tries to lock a mutex that it holds already");
    exec.current->refused = &object;
    record(Op::try_lock, object, "failed", pc);
    exec.looked(object, pc, true);
    return EBUSY;
}

[[noreturn, gnu::cold]] static void unlocks_what_it_does_not_hold(const Object& object, std::uintptr_t pc) {
    if (exec.recorder != nullptr) exec.recorder->event(Op::unlock, &object, "", "not its own", pc);
    exec.fail(FailureKind::misuse,
              thread_name(exec.current->id) + (object.owner == no_thread
                                                   ? " unlocks a mutex that is not locked"
                                                   : " unlocks a mutex that " + thread_name(object.owner) + " holds"));
}

int unlock_mutex(void* mutex, std::uintptr_t pc) {
    Object& object = mutex_object(mutex);
    if (object.owner != exec.current->id) {
        if (kind_of(mutex) == PTHREAD_MUTEX_ERRORCHECK) return EPERM;
        unlocks_what_it_does_not_hold(object, pc);
    }
    if (object.recursion > 1) {
        --object.recursion;
        return 0;
    }
    exec.step({.op = Op::unlock, .object = &object, .pc = pc});
    let_go(object);
    record(Op::unlock, object, "", pc);
    return 0;
}

int make_consistent(void* mutex) {
    Object& object = mutex_object(mutex);
    if (object.value != owner_ended || object.owner != exec.current->id) return EINVAL;
    object.value = robust;
    return 0;
}

void abandon_robust_mutexes(Thread& thread) {
    const std::vector<Object*> held(thread.held.begin(), thread.held.end());
    for (Object* object : held) {
        const bool mutex = object->kind == ObjectKind::mutex || object->kind == ObjectKind::recursive_mutex;
        if (!mutex || object->value == not_robust) continue;
        exec.step({.op = Op::unlock, .object = object});
        object->value = owner_ended;
        give_mutex(*object);
        record(Op::unlock, *object, "its owner ends", 0);
    }
}

// While others may still use a mutex, its destruction can meet it locked: giving it back is a step then.
static void note_destruction(Object& object) {
    for (unsigned i = 0; i < exec.thread_count; ++i) {
        if (&exec.threads[i] == exec.current || exec.threads[i].finished) continue;
        exec.mark_used(object);
        if (object.shared) note_try();
        return;
    }
}

int destroy_mutex(void* mutex) {
    Object& object = mutex_object(mutex);
    note_destruction(object);
    if (object.owner != no_thread)
        exec.fail(FailureKind::misuse, "a mutex is destroyed while " + thread_name(object.owner) + " holds it");
    object.destroyed = true;
    return 0;
}

namespace {

constexpr unsigned most_together = 64;  // mutexes in one std::lock

struct All {
    Object* objects[most_together];
    unsigned count;
};

bool can_take(const Object& object, ThreadId thread) {
    return mutex_is_free(object) || (object.kind == ObjectKind::recursive_mutex && object.owner == thread);
}

bool all_free(const Thread& thread) {
    const auto& all = *static_cast<const All*>(thread.pending->context);
    return std::all_of(all.objects, all.objects + all.count,
                       [&](const Object* object) { return can_take(*object, thread.id); });
}

}  // namespace

Object* waits_for(const Thread& thread) {
    if (thread.pending->enabled != all_free) return thread.pending->object;
    const auto& all = *static_cast<const All*>(thread.pending->context);
    Object* const* found = std::find_if(all.objects, all.objects + all.count,
                                        [&](const Object* object) { return !can_take(*object, thread.id); });
    return found == all.objects + all.count ? thread.pending->object : *found;
}

void lock_all(void* const* mutexes, unsigned count, bool shared_kind, std::uintptr_t pc) {
    // The objects wait in an array that lives in this frame until all are free.
    All all{{}, std::min(count, most_together)};
    for (unsigned i = 0; i < all.count; ++i) {
        Object& object = shared_kind ? rwlock_object(mutexes[i]) : mutex_object(mutexes[i]);
        all.objects[i] = &object;
    }
    for (unsigned i = 1; i < all.count; ++i) exec.mark_used(*all.objects[i]);
    // The same mutex twice: the second time waits for the first.
    for (unsigned i = 1; i < all.count; ++i)
        if (all.objects[i]->kind != ObjectKind::recursive_mutex &&
            std::find(all.objects, all.objects + i, all.objects[i]) != all.objects + i) {
            for (unsigned k = 0; k <= i; ++k)
                if (shared_kind)
                    lock_exclusive(mutexes[k], no_deadline, pc);
                else
                    lock_mutex(mutexes[k], no_deadline, pc);
        }
    // Reports ask waits_for(): which one is in the way may change while the thread waits.
    Object* in_the_way = all.objects[0];
    for (unsigned i = 0; i < all.count; ++i)
        if (all.objects[i]->shared && (in_the_way->owner == no_thread || !in_the_way->shared))
            in_the_way = all.objects[i];
    exec.step({.op = Op::lock, .object = in_the_way, .enabled = all_free, .context = &all, .pc = pc});
    for (unsigned i = 0; i < all.count; ++i) {
        Object& object = *all.objects[i];
        if (object.owner == exec.current->id)
            ++object.recursion;
        else
            take_mutex(object);
        record(Op::lock, object, "together", pc);
    }
}

// --- shared mutexes --------------------------------------------------------------------------------------------------

int lock_exclusive(void* lock, std::uint64_t deadline, std::uintptr_t pc) {
    return lock_when_free(rwlock_object(lock), deadline, pc);
}

static void take_shared(Object& object) {
    object.readers.push_back(exec.current->id);
    exec.acquire(object.clock);
    exec.current->held.push_back(&object);
    exec.changed_among_equals(object);
}

int lock_shared(void* lock, std::uint64_t deadline, std::uintptr_t pc) {
    Object& object = rwlock_object(lock);
    const bool again = std::ranges::find(object.readers, exec.current->id) != object.readers.end();
    const auto enabled = again && prefers_writers(lock) ? no_writer_nor_waiting : no_writer;
    const Outcome outcome = exec.step(pending_lock(Op::lock_shared, object, enabled, deadline, pc));
    if (outcome == Outcome::timed_out) {
        record(Op::timeout, object, "", pc);
        exec.looked(object, pc, true);
        return ETIMEDOUT;
    }
    take_shared(object);
    record(Op::lock_shared, object, "", pc);
    return 0;
}

int try_lock_exclusive(void* lock, std::uintptr_t pc) {
    Object& object = rwlock_object(lock);
    note_try();
    exec.step({.op = Op::try_lock, .object = &object, .pc = pc});
    exec.touch(object, true);  // readers commute with each other, not with this
    if (mutex_is_free(object)) {
        take_mutex(object);
        record(Op::try_lock, object, "got it", pc);
        return 0;
    }
    record(Op::try_lock, object, "failed", pc);
    exec.looked(object, pc, true);
    return EBUSY;
}

int try_lock_shared(void* lock, std::uintptr_t pc) {
    Object& object = rwlock_object(lock);
    note_try();
    exec.step({.op = Op::try_lock, .object = &object, .pc = pc});
    if (object.owner == no_thread) {
        take_shared(object);
        record(Op::try_lock, object, "got it, shared", pc);
        return 0;
    }
    record(Op::try_lock, object, "failed", pc);
    exec.looked(object, pc, true);
    return EBUSY;
}

int unlock_any(void* lock, std::uintptr_t pc) {
    Object& object = rwlock_object(lock);
    const ThreadId me = exec.current->id;
    const auto reader = std::ranges::find(object.readers, me);
    if (object.owner != me && reader == object.readers.end())
        exec.fail(FailureKind::misuse, thread_name(me) + " unlocks a shared mutex that it does not hold");
    if (object.owner == me) {
        exec.step({.op = Op::unlock, .object = &object, .pc = pc});
        give_mutex(object);
        record(Op::unlock, object, "", pc);
        return 0;
    }
    // Whether other readers are inside can be noticed by a writer only.
    exec.step({.op = Op::unlock_shared, .object = &object, .pc = pc});
    object.readers.erase(std::ranges::find(object.readers, me));
    exec.release(object.readers_clock);
    drop_held(object);
    exec.changed_among_equals(object);
    record(Op::unlock_shared, object, "", pc);
    return 0;
}

}  // namespace interleave
