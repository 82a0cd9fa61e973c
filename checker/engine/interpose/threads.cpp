// threads.cpp: starting, joining and ending threads, thread-local storage with destructors, and the futex system call.
#include "interpose/export.hpp"
#include "interpose/real.hpp"
#include "interpose/virtual_time.hpp"
#include "memory/snapshot.hpp"
#include "model/primitives.hpp"
#include "trace/recorder.hpp"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>
#include <unwind.h>
#include <algorithm>
#include <cerrno>
#include <climits>
#include <csetjmp>
#include <cstdarg>
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

namespace {

// Where the program called the library that called this: std::thread::join and detach are the library's, and keep next
// to nothing on the stack. `frame` is the frame of the interposed function.
std::uintptr_t program_caller(std::uintptr_t pc, const void* frame) {
    constexpr int words = 16;
    if (exec.recorder == nullptr || in_program_text(reinterpret_cast<const void*>(pc))) return pc;
    const auto* word = static_cast<const std::uintptr_t*>(frame) + 2;
    for (int i = 0; i < words; ++i) {
        const auto* code = reinterpret_cast<const unsigned char*>(word[i]);
        if (!in_program_text(code - 6)) continue;
        const bool behind_call = code[-5] == 0xe8 || (code[-6] == 0xff && code[-5] == 0x15);
        if (behind_call) return word[i];
    }
    return pc;
}

}  // namespace

long real_syscall(long number, ...) {
    va_list list;
    va_start(list, number);
    long arguments[6];
    for (auto& argument : arguments) argument = va_arg(list, long);
    va_end(list);
    static const auto real = reinterpret_cast<long (*)(long, ...)>(dlsym(RTLD_NEXT, "syscall"));
    return real(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
}

int join_thread(Thread& thread, void** result, std::uintptr_t pc) {
    Thread& me = *exec.current;
    if (&thread == &me) return EDEADLK;
    if (thread.detached)
        exec.fail(FailureKind::misuse, thread_name(me.id) + " joins " + thread_name(thread.id) + ", which is detached");
    if (thread.joined)
        exec.fail(FailureKind::misuse, thread_name(me.id) + " joins " + thread_name(thread.id) + " a second time");
    thread.joined = true;
    me.out = !thread.finished;
    exec.step({.op = Op::join, .unlisted = true, .target = thread.id, .enabled = is_finished, .pc = pc});
    exec.note_join(thread);
    exec.acquire(thread.clock);
    if (result != nullptr) *result = thread.result;
    if (exec.recorder != nullptr) exec.recorder->event(Op::join, nullptr, "", thread_name(thread.id).c_str(), pc);
    return 0;
}

void run_thread_destructors(Thread& thread) {
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
            thread.quick_accesses = quick_accesses;
            again = true;
        }
        if (!again) break;
    }
    abandon_robust_mutexes(thread);
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
            widen_stack(fiber(next), stack_size);
    }
    if (detach_state == PTHREAD_CREATE_DETACHED) exec.note_detach();
    exec.create_thread(start, argument, detach_state == PTHREAD_CREATE_DETACHED);
    return 0;
}
INTERLEAVE_EXPORT int pthread_join(pthread_t handle, void** result) {
    if (!exec.active) return INTERLEAVE_REAL(pthread_join)(handle, result);
    Thread* thread = exec.find_thread(handle);
    return thread == nullptr ? ESRCH
                             : join_thread(*thread, result, program_caller(INTERLEAVE_PC, __builtin_frame_address(0)));
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
        exec.recorder->event(Op::detach, nullptr, "", thread_name(thread->id).c_str(),
                             program_caller(INTERLEAVE_PC, __builtin_frame_address(0)));
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

// --- futex -----------------------------------------------------------------------------------------------------------

namespace {
struct Word {
    const int* address;
    int expected;
};
long futex(int* address, int operation, int value, const timespec* timeout, std::uintptr_t pc) {
    Object& object = exec.at(address, ObjectKind::atomic);
    switch (operation & FUTEX_CMD_MASK) {
        case FUTEX_WAIT:
        case FUTEX_WAIT_BITSET: {
            std::uint64_t deadline = no_deadline;
            if (timeout != nullptr)
                deadline = (operation & FUTEX_CMD_MASK) == FUTEX_WAIT
                               ? exec.now + nanoseconds(*timeout)
                               : deadline_of((operation & FUTEX_CLOCK_REALTIME) != 0 ? CLOCK_REALTIME : CLOCK_MONOTONIC,
                                             timeout);
            const Word word{address, value};
            bool differed = false;
            const bool woken = wait_on_address(
                object,
                [](const void* context) {
                    const auto& here = *static_cast<const Word*>(context);
                    return *here.address == here.expected;
                },
                &word, deadline, pc, &differed);
            if (woken && !differed) return 0;
            if (woken) {
                errno = EAGAIN;
                return -1;
            }
            errno = ETIMEDOUT;
            return -1;
        }
        case FUTEX_WAKE:
        case FUTEX_WAKE_BITSET: return notify_address(object, value < 0 ? 0xffff : static_cast<unsigned>(value), pc);
        default: exec.fail(FailureKind::unsupported, "this use of the futex system call is not supported");
    }
}
}  // namespace

// Each thread has a number of its own, as it has on Linux; the main thread that of the process.
INTERLEAVE_EXPORT pid_t gettid() noexcept {
    const auto own = static_cast<pid_t>(real_syscall(SYS_gettid));
    return exec.active ? own + static_cast<pid_t>(exec.current->id) : own;
}

INTERLEAVE_EXPORT long syscall(long number, ...) noexcept {
    va_list list;
    va_start(list, number);
    long arguments[6];
    for (auto& argument : arguments) argument = va_arg(list, long);
    va_end(list);
    if (exec.active && number == SYS_futex)
        return futex(reinterpret_cast<int*>(arguments[0]), static_cast<int>(arguments[1]),
                     static_cast<int>(arguments[2]), reinterpret_cast<const timespec*>(arguments[3]), INTERLEAVE_PC);
    if (exec.active && (number == SYS_fork || number == SYS_vfork || number == SYS_clone || number == SYS_execve))
        exec.fail(FailureKind::fork, "the program starts another process through syscall(), which cannot be explored");
    if (exec.active && number == SYS_write)
        return write(static_cast<int>(arguments[0]), reinterpret_cast<const void*>(arguments[1]),
                     static_cast<std::size_t>(arguments[2]));
    if (exec.active && number == SYS_writev)
        return writev(static_cast<int>(arguments[0]), reinterpret_cast<const iovec*>(arguments[1]),
                      static_cast<int>(arguments[2]));
    if (exec.active && (number == SYS_kill || number == SYS_tgkill || number == SYS_tkill || number == SYS_ptrace ||
                        number == SYS_setitimer || number == SYS_rt_sigaction || number == SYS_rt_sigprocmask))
        exec.fail(FailureKind::unsupported,
                  "system call " + std::to_string(number) + " (signals, tracing) made by syscall() cannot be explored");
    if (exec.active && number == SYS_gettid) return gettid();
    if (exec.active && number == SYS_exit_group) _exit(static_cast<int>(arguments[0]));
    if (exec.active && number == SYS_sched_yield) {
        yield_thread(INTERLEAVE_PC);
        return 0;
    }
    return real_syscall(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
}
