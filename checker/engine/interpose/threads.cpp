// threads.cpp: starting, joining and ending threads, and thread-local storage with destructors.
#include "interpose/export.hpp"
#include "interpose/program_caller.hpp"
#include "interpose/real.hpp"
#include "interpose/virtual_time.hpp"
#include "memory/snapshot.hpp"
#include "model/primitives.hpp"
#include "trace/recorder.hpp"

#include <unistd.h>
#include <unwind.h>
#include <algorithm>
#include <cerrno>
#include <climits>
#include <csetjmp>
#include <cstdlib>

namespace interleave {
namespace {

struct Key {
    bool used = false;
    bool library = false;  // made by a library for the life of the process
    std::uint32_t generation = 0;
    void (*destroy)(void*) = nullptr;
};
constexpr unsigned key_limit = 256;
Key g_keys[key_limit];

bool key_is_live(pthread_key_t key) {
    return key < key_limit && g_keys[key].used && (g_keys[key].library || g_keys[key].generation == exec.generation);
}

bool is_finished(const Thread& thread) { return exec.threads[thread.pending->target].finished; }

}  // namespace

int join_thread(Thread& thread, void** result, std::uintptr_t pc) {
    Thread& me = *exec.current;
    if (&thread == &me) return EDEADLK;
    if (thread.detached)
        exec.fail(FailureKind::misuse, thread_name(me.id) + " joins " + thread_name(thread.id) + ", which is detached");
    if (thread.joined)
        exec.fail(FailureKind::misuse, thread_name(me.id) + " joins " + thread_name(thread.id) + " a second time");
    thread.joined = true;
    if (!thread.finished) {
        me.out = true;
        thread.joiner = me.id;
    }
    if (!(thread.finished && exec.passes_quickly()))
        exec.step({.op = Op::join, .unlisted = true, .target = thread.id, .enabled = is_finished, .pc = pc});
    exec.note_join(thread);
    exec.acquire(thread.clock);
    me.begun_at = exec.log->count;
    if (result != nullptr) *result = thread.result;
    if (exec.recorder != nullptr) exec.recorder->event(Op::join, nullptr, "", thread_name(thread.id).c_str(), pc);
    return 0;
}

[[gnu::noinline]] static void run_destructors(Thread& thread) {
    // Library code that runs here (the *_at_thread_exit functions) stores without hooks; see Object::known_value.
    const auto tell_libraries = [&] {
        exec.library_clock.join(thread.clock);
        exec.tick();
    };
    if (!thread.destructors.empty() || !thread.specific.empty()) tell_libraries();
    const bool destroys = !thread.destructors.empty();
    while (!thread.destructors.empty()) {
        const auto last = thread.destructors.back();
        thread.destructors.pop_back();
        last.call(last.object);
    }
    if (destroys) tell_libraries();
    for (int round = 0; round < PTHREAD_DESTRUCTOR_ITERATIONS; ++round) {
        bool again = false;
        for (unsigned key = 0; key < thread.specific.size(); ++key) {
            void* value = thread.specific[key];
            if (value == nullptr || !key_is_live(key) || g_keys[key].destroy == nullptr) continue;
            thread.specific[key] = nullptr;
            const std::uint64_t quick_accesses = thread.quick_accesses;
            thread.in_library = g_keys[key].library;
            if (thread.in_library) thread.quick_accesses = 0;
            g_keys[key].destroy(value);
            thread.in_library = false;
            thread.quick_accesses = exec.looks_closely ? 0 : quick_accesses;
            again = true;
        }
        if (!again) break;
    }
    abandon_robust_mutexes(thread);
}

void run_thread_destructors(Thread& thread) {
    if (!thread.destructors.empty() || !thread.specific.empty() || !thread.held.empty()) run_destructors(thread);
}

}  // namespace interleave

using namespace interleave;

INTERLEAVE_EXPORT int pthread_create(pthread_t* handle, const pthread_attr_t* attributes, void* (*start)(void*),
                                     void* argument) {
    if (!exec.active) {
        static const char text[] = "interleave: threads that start before main() are not supported\n";
        static_cast<void>(!::write(2, text, sizeof text - 1));
        _exit(70);
    }
    int detach_state = PTHREAD_CREATE_JOINABLE;
    if (attributes != nullptr) pthread_attr_getdetachstate(attributes, &detach_state);
    // The child may use the handle at once, and may run before this call returns.
    const unsigned next = exec.thread_count;
    if (next < fiber_count()) {
        *handle = fiber(next).handle;
        std::size_t stack_size = 0;
        if (attributes != nullptr && pthread_attr_getstacksize(attributes, &stack_size) == 0)
            exec.stack_widened |= widen_stack(fiber(next), stack_size);
    }
    if (detach_state == PTHREAD_CREATE_DETACHED) exec.note_detach();
    exec.create_thread(start, argument, detach_state == PTHREAD_CREATE_DETACHED);
    return 0;
}
INTERLEAVE_EXPORT int pthread_join(pthread_t handle, void** result) {
    if (!exec.active) return INTERLEAVE_REAL(pthread_join)(handle, result);
    Thread* thread = exec.find_thread(handle);
    return thread == nullptr ? ESRCH : join_thread(*thread, result, program_caller(INTERLEAVE_PC));
}
namespace {
// A thread runs on to its end behind its last step, but nobody who does not wait for it can rely on that: once, it is
// seen as if it had not ended yet.
bool seen_running(Thread& thread) {
    if (!thread.finished) return true;
    if (thread.seen_at_end) return false;
    thread.seen_at_end = true;
    return exec.choose_value(2) != 0;
}
}  // namespace
INTERLEAVE_EXPORT int pthread_tryjoin_np(pthread_t handle, void** result) {
    if (!exec.active) return INTERLEAVE_REAL(pthread_tryjoin_np)(handle, result);
    Thread* thread = exec.find_thread(handle);
    if (thread == nullptr) return ESRCH;
    exec.step({.op = Op::yield, .yields = true, .global = true, .pc = INTERLEAVE_PC});
    if (exec.recorder != nullptr) exec.recorder->step(Op::yield, nullptr, "", "", INTERLEAVE_PC);
    return seen_running(*thread) ? EBUSY : join_thread(*thread, result, INTERLEAVE_PC);
}
namespace {
int join_until(pthread_t handle, void** result, std::uint64_t deadline, std::uintptr_t pc) {
    Thread* thread = exec.find_thread(handle);
    if (thread == nullptr) return ESRCH;
    if (deadline == no_deadline || thread->detached || thread->joined) return join_thread(*thread, result, pc);
    const Outcome outcome = exec.step({.op = Op::join,
                                       .alternative = Pending::Alternative::timeout,
                                       .global = true,
                                       .target = thread->id,
                                       .enabled = is_finished,
                                       .alternative_enabled = [](const Thread&) { return true; },
                                       .deadline = deadline,
                                       .pc = pc});
    if (outcome == Outcome::timed_out || seen_running(*thread)) {
        exec.now = std::max(exec.now, deadline);
        if (exec.recorder != nullptr) exec.recorder->step(Op::timeout, nullptr, "", "", pc);
        return ETIMEDOUT;
    }
    return join_thread(*thread, result, pc);
}
}  // namespace
INTERLEAVE_EXPORT int pthread_timedjoin_np(pthread_t handle, void** result, const timespec* until) {
    if (!exec.active) return INTERLEAVE_REAL(pthread_timedjoin_np)(handle, result, until);
    return join_until(handle, result, deadline_of(CLOCK_REALTIME, until), INTERLEAVE_PC);
}
INTERLEAVE_EXPORT int pthread_clockjoin_np(pthread_t handle, void** result, clockid_t clock, const timespec* until) {
    if (!exec.active) return INTERLEAVE_REAL(pthread_clockjoin_np)(handle, result, clock, until);
    return join_until(handle, result, deadline_of(clock, until), INTERLEAVE_PC);
}
// The C library would act on the thread that lends its stack.
INTERLEAVE_EXPORT int pthread_cancel(pthread_t handle) {
    if (exec.active) exec.fail(FailureKind::unsupported, "pthread_cancel() is not supported");
    return INTERLEAVE_REAL(pthread_cancel)(handle);
}
INTERLEAVE_EXPORT int pthread_detach(pthread_t handle) {
    if (!exec.active) return INTERLEAVE_REAL(pthread_detach)(handle);
    Thread* thread = exec.find_thread(handle);
    if (thread == nullptr) return ESRCH;
    if (thread->detached || thread->joined)
        exec.fail(FailureKind::misuse, thread_name(exec.current->id) + " detaches " + thread_name(thread->id) +
                                           ", which is joined or detached already");
    thread->detached = true;
    exec.note_detach();
    if (exec.recorder != nullptr)
        exec.recorder->event(Op::detach, nullptr, "", thread_name(thread->id).c_str(), program_caller(INTERLEAVE_PC));
    return 0;
}

namespace {
// Of the thread that runs; null: none.
__pthread_unwind_buf_t*& innermost_cleanup() {
    static thread_local __pthread_unwind_buf_t* innermost = nullptr;
    static thread_local std::uint32_t generation = 0;
    if (generation != exec.generation) innermost = nullptr;
    generation = exec.generation;
    return innermost;
}

_Unwind_Reason_Code unwind_step(int, _Unwind_Action actions, _Unwind_Exception_Class, _Unwind_Exception*,
                                _Unwind_Context* context, void* result) {
    const bool all = (actions & _UA_END_OF_STACK) != 0;
    __pthread_unwind_buf_t* buffer = innermost_cleanup();
    if (buffer != nullptr && (all || _Unwind_GetCFA(context) > reinterpret_cast<std::uintptr_t>(buffer))) {
        innermost_cleanup() = static_cast<__pthread_unwind_buf_t*>(buffer->__pad[0]);
        buffer->__pad[1] = result;
        // As setjmp left it, without the signal mask.
        longjmp(reinterpret_cast<__jmp_buf_tag*>(buffer->__cancel_jmp_buf), 1);
    }
    if (all) exec.finish_thread(result);
    return _URC_NO_REASON;
}
}  // namespace

[[noreturn]] static void unwind_thread(void* result) {
    // Destructors of the frames run, as POSIX threads on Linux do it; then the thread is over.
    static thread_local _Unwind_Exception exception;
    exception = {};
    _Unwind_ForcedUnwind(&exception, unwind_step, result);
    exec.finish_thread(result);
    __builtin_unreachable();
}

INTERLEAVE_EXPORT void pthread_exit(void* result) {
    if (!exec.active) INTERLEAVE_REAL(pthread_exit)(result);
    unwind_thread(result);
}

// What pthread_cleanup_push and pthread_cleanup_pop are in C: a jump buffer in the frame, to which the unwinding jumps
// when it comes to that frame. (In C++ they are an object with a destructor.)
INTERLEAVE_EXPORT void __pthread_register_cancel(__pthread_unwind_buf_t* buffer) {
    if (!exec.active) return INTERLEAVE_REAL(__pthread_register_cancel)(buffer);
    buffer->__pad[0] = innermost_cleanup();
    innermost_cleanup() = buffer;
}
INTERLEAVE_EXPORT void __pthread_unregister_cancel(__pthread_unwind_buf_t* buffer) {
    if (!exec.active) return INTERLEAVE_REAL(__pthread_unregister_cancel)(buffer);
    innermost_cleanup() = static_cast<__pthread_unwind_buf_t*>(buffer->__pad[0]);
}
INTERLEAVE_EXPORT void __pthread_unwind_next(__pthread_unwind_buf_t* buffer) {
    if (!exec.active) INTERLEAVE_REAL(__pthread_unwind_next)(buffer);
    unwind_thread(buffer->__pad[1]);
}

INTERLEAVE_EXPORT int pthread_key_create(pthread_key_t* key, void (*destroy)(void*)) noexcept {
    const bool library = !exec.active || !in_program_text(__builtin_return_address(0));
    for (unsigned i = 0; i < key_limit; ++i) {
        if (key_is_live(i)) continue;
        g_keys[i] = {true, library, exec.generation, destroy};
        *key = i;
        return 0;
    }
    return EAGAIN;
}
INTERLEAVE_EXPORT int pthread_key_delete(pthread_key_t key) noexcept {
    if (!key_is_live(key)) return EINVAL;
    g_keys[key] = {};
    return 0;
}
namespace {
std::vector<void*> g_host_specific;
std::vector<void*>& specific_values() { return exec.active ? exec.current->specific : g_host_specific; }
}  // namespace
INTERLEAVE_EXPORT int pthread_setspecific(pthread_key_t key, const void* value) noexcept {
    if (!key_is_live(key)) return EINVAL;
    auto& values = specific_values();
    if (values.size() <= key) values.resize(key + 1);
    values[key] = const_cast<void*>(value);
    return 0;
}
INTERLEAVE_EXPORT void* pthread_getspecific(pthread_key_t key) noexcept {
    auto& values = specific_values();
    return key_is_live(key) && key < values.size() ? values[key] : nullptr;
}

// Destructors of thread_local variables.
INTERLEAVE_EXPORT int __cxa_thread_atexit_impl(void (*destroy)(void*), void* object, void* library) {
    using Function = int(void (*)(void*), void*, void*);
    static Function* const real = find_real<Function>("__cxa_thread_atexit_impl");
    if (!exec.active) return real(destroy, object, library);
    // Variables of libraries live as long as the fiber, which is used again: they are initialised once and stay.
    const auto own = thread_locals(*exec.current->fiber);
    if (reinterpret_cast<std::uintptr_t>(object) - own.begin < own.size || in_hand_in_memory(object))
        exec.current->destructors.push_back({destroy, object});
    return 0;
}
INTERLEAVE_EXPORT int __cxa_thread_atexit(void (*destroy)(void*), void* object, void* library) {
    return __cxa_thread_atexit_impl(destroy, object, library);
}

// --- the machine -----------------------------------------------------------------------------------------------------

// std::thread::hardware_concurrency(): the same on every machine.
extern "C" __attribute__((visibility("default"))) unsigned interleave_hardware_concurrency() __asm__(
    "_ZNSt6thread20hardware_concurrencyEv");
unsigned interleave_hardware_concurrency() { return 4; }
