// system_calls.cpp: syscall(), and the futex behind it.
#include "interpose/export.hpp"
#include "interpose/real.hpp"
#include "interpose/virtual_time.hpp"
#include "model/primitives.hpp"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>
#include <cerrno>
#include <cstdarg>

namespace interleave {
long real_syscall(long number, ...) {
    va_list list;
    va_start(list, number);
    long arguments[6];
    for (auto& argument : arguments) argument = va_arg(list, long);
    va_end(list);
    static const auto real = reinterpret_cast<long (*)(long, ...)>(dlsym(RTLD_NEXT, "syscall"));
    return real(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
}

}  // namespace interleave

using namespace interleave;

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
