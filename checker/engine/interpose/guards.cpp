// guards.cpp: the initialisation of function statics (Itanium C++ ABI 3.3.3).
#include "interpose/export.hpp"
#include "interpose/real.hpp"
#include "memory/snapshot.hpp"
#include "model/primitives.hpp"

using namespace interleave;

namespace {

// Byte 0 tells the compiler's inline test that the variable is ready; the second word is the engine's.
struct Guard {
    std::uint8_t ready;
    std::uint8_t unused[3];
    std::int32_t state;  // 0 untouched, 1 running, 2 done
};

// The compiler's inline test looks at the guard first, as at any atomic.
Object& object_of(void* guard) {
    Object& object = exec.at(guard, ObjectKind::guard);
    object.kind = ObjectKind::guard;
    return object;
}

}  // namespace

// Under other names, because the compiler has its own idea of how these are declared.
INTERLEAVE_EXPORT int interleave_guard_acquire(void* address) __asm__("__cxa_guard_acquire");
INTERLEAVE_EXPORT void interleave_guard_release(void* address) noexcept __asm__("__cxa_guard_release");
INTERLEAVE_EXPORT void interleave_guard_abort(void* address) noexcept __asm__("__cxa_guard_abort");

int interleave_guard_acquire(void* address) {
    using Function = int(void*);
    static Function* const real = find_real<Function>("__cxa_guard_acquire");
    auto* guard = reinterpret_cast<Guard*>(address);
    if (!exec.active || !in_hand_in_data(address)) return real(address);
    if (guard->ready != 0) return 0;
    if (!begin_once(object_of(address), &guard->state, INTERLEAVE_PC)) return 0;
    guard->state = 1;
    return 1;
}
void interleave_guard_release(void* address) noexcept {
    using Function = void(void*);
    static Function* const real = find_real<Function>("__cxa_guard_release");
    auto* guard = reinterpret_cast<Guard*>(address);
    if (!exec.active || !in_hand_in_data(address)) return real(address);
    end_once(object_of(address), &guard->state, true);
    guard->ready = 1;
}
void interleave_guard_abort(void* address) noexcept {
    using Function = void(void*);
    static Function* const real = find_real<Function>("__cxa_guard_abort");
    auto* guard = reinterpret_cast<Guard*>(address);
    if (!exec.active || !in_hand_in_data(address)) return real(address);
    end_once(object_of(address), &guard->state, false);
}

// Destructors of statics and functions given to atexit() run at the end of each execution, see run_exit_functions().
INTERLEAVE_EXPORT int __cxa_atexit(void (*destroy)(void*), void* object, void* library) noexcept {
    using Function = int(void (*)(void*), void*, void*);
    static Function* const real = find_real<Function>("__cxa_atexit");
    const bool own = in_program_text(reinterpret_cast<const void*>(destroy));
    if (own) (exec.active ? exec.exit_functions : first_exit_functions()).push_back({destroy, object});
    return exec.active ? 0 : real(destroy, object, library);
}
