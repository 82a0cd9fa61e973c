// spin_lock.cpp: spin locks of POSIX. Four bytes, too small for a tag; the word says whether it is taken.
#include "model/primitives.hpp"

#include "trace/recorder.hpp"

#include <cerrno>

namespace interleave {
namespace {

Object& object_of(volatile int* lock) { return exec.at(const_cast<const int*>(lock), ObjectKind::mutex); }

bool is_free(const Thread& thread) { return *static_cast<const volatile int*>(thread.pending->context) == 0; }

void record(Op op, const Object& object, const char* note, std::uintptr_t pc) {
    if (exec.recorder != nullptr) exec.recorder->step(op, &object, "", note, pc);
}

}  // namespace

int lock_spin(volatile int* lock, std::uintptr_t pc) {
    Object& object = object_of(lock);
    const bool anew = begins_anew(object);
    exec.step({.op = Op::lock,
               .yields = anew,
               .object = &object,
               .enabled = is_free,
               .context = const_cast<const int*>(lock),
               .pc = pc});
    *lock = 1;
    take_mutex(object);
    record(Op::lock, object, "", pc);
    return 0;
}

int try_lock_spin(volatile int* lock, std::uintptr_t pc) {
    Object& object = object_of(lock);
    const bool anew = begins_anew(object);
    exec.step({.op = Op::try_lock, .yields = anew, .object = &object, .pc = pc});
    if (*lock != 0) {
        exec.current->refused = &object;
        record(Op::try_lock, object, "failed", pc);
        exec.looked(object, pc, true);
        return EBUSY;
    }
    *lock = 1;
    take_mutex(object);
    record(Op::try_lock, object, "got it", pc);
    return 0;
}

int unlock_spin(volatile int* lock, std::uintptr_t pc) {
    Object& object = object_of(lock);
    if (object.owner != exec.current->id)
        exec.fail(FailureKind::misuse, thread_name(exec.current->id) + " unlocks a spin lock that it does not hold");
    exec.step({.op = Op::release, .object = &object, .pc = pc});
    give_mutex(object);
    *lock = 0;
    record(Op::unlock, object, "", pc);
    return 0;
}

}  // namespace interleave
