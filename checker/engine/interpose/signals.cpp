// signals.cpp: signals that the program sends to itself. Handlers are kept here, anew in every execution, and called on
// the spot by the thread that sends; what would need a signal from outside is refused.
#include "interpose/export.hpp"
#include "interpose/process.hpp"
#include "interpose/real.hpp"
#include "model/primitives.hpp"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>

using namespace interleave;

namespace {

struct Disposition {
    std::uint32_t generation = 0;  // of the execution that set it; another one: as at the start
    struct sigaction action{};
};
Disposition g_dispositions[NSIG];

// Of a thread: the signals that it does not take now, and those that wait for it.
struct Mask {
    std::uint32_t generation = 0;
    std::uint64_t blocked = 0, waiting = 0;
};
Mask g_masks[max_threads];

bool is_signal(int signal) { return signal > 0 && signal < NSIG; }
std::uint64_t bit(int signal) { return std::uint64_t{1} << (signal - 1); }

struct sigaction& action_of(int signal) {
    Disposition& disposition = g_dispositions[signal];
    if (disposition.generation != exec.generation) disposition = {exec.generation, {}};
    return disposition.action;
}

Mask& mask_of(const Thread& thread) {
    Mask& mask = g_masks[thread.id];
    if (mask.generation == exec.generation) return mask;
    // A new thread blocks what its creator blocks.
    const std::uint64_t blocked = thread.creator == no_thread ? 0 : mask_of(exec.threads[thread.creator]).blocked;
    mask = {exec.generation, blocked, 0};
    return mask;
}

bool ends_by_default(int signal) {
    return signal != SIGCHLD && signal != SIGURG && signal != SIGWINCH && signal != SIGCONT && signal != SIGSTOP &&
           signal != SIGTSTP && signal != SIGTTIN && signal != SIGTTOU;
}

[[noreturn]] void refuse_signal(const char* call, const char* why, std::uintptr_t pc) {
    refuse(FailureKind::unsupported, call, std::string("the program calls ") + call + ": " + why, pc);
}

// The current thread takes the signal.
void deliver(int signal) {
    const struct sigaction action = action_of(signal);
    const bool own_handler =
        (action.sa_flags & SA_SIGINFO) != 0 || (action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN);
    if (own_handler) {
        if ((action.sa_flags & static_cast<int>(SA_RESETHAND)) != 0) action_of(signal) = {};
        Mask& mask = mask_of(*exec.current);
        const std::uint64_t blocked = mask.blocked;
        mask.blocked |= bit(signal);
        if ((action.sa_flags & SA_SIGINFO) != 0) {
            siginfo_t info{};
            info.si_signo = signal;
            info.si_pid = getpid();
            action.sa_sigaction(signal, &info, nullptr);
        } else {
            action.sa_handler(signal);
        }
        mask.blocked = blocked;
        return;
    }
    if (signal == SIGSTOP ||
        (action.sa_handler == SIG_DFL && (signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU)))
        exec.fail(FailureKind::blocked_outside, thread_name(exec.current->id) + " stops the whole program with SIG" +
                                                    sigabbrev_np(signal) + ", and nobody is there to let it go on");
    if (action.sa_handler == SIG_IGN || !ends_by_default(signal)) return;
    if (signal == SIGABRT) abort();
    exec.failure.signal = signal;
    exec.fail(FailureKind::signal, thread_name(exec.current->id) + " ended the whole program with " +
                                       std::string("SIG") + sigabbrev_np(signal) + ", which it sent to itself");
}

void send(int signal) {
    Mask& mask = mask_of(*exec.current);
    if ((mask.blocked & bit(signal)) != 0 && signal != SIGKILL)
        mask.waiting |= bit(signal);
    else
        deliver(signal);
}

int set_mask(int how, const sigset_t* set, sigset_t* old) {
    Mask& mask = mask_of(*exec.current);
    if (old != nullptr) {
        sigemptyset(old);
        for (int signal = 1; signal < NSIG; ++signal)
            if ((mask.blocked & bit(signal)) != 0) sigaddset(old, signal);
    }
    if (set == nullptr) return 0;
    std::uint64_t given = 0;
    for (int signal = 1; signal < NSIG; ++signal)
        if (sigismember(set, signal) == 1) given |= bit(signal);
    switch (how) {
        case SIG_BLOCK: mask.blocked |= given; break;
        case SIG_UNBLOCK: mask.blocked &= ~given; break;
        case SIG_SETMASK: mask.blocked = given; break;
        default: return EINVAL;
    }
    for (int signal = 1; signal < NSIG; ++signal) {
        if ((mask.waiting & ~mask.blocked & bit(signal)) == 0) continue;
        mask.waiting &= ~bit(signal);
        deliver(signal);
    }
    return 0;
}

constexpr const char* only_itself = "only signals that a thread sends to itself can be explored";
constexpr const char* from_outside = "signals that come at any time cannot be explored";

}  // namespace

INTERLEAVE_EXPORT int raise(int signal) noexcept {
    if (!exec.active) return INTERLEAVE_REAL(raise)(signal);
    if (!is_signal(signal)) {
        errno = EINVAL;
        return -1;
    }
    send(signal);
    return 0;
}
INTERLEAVE_EXPORT int kill(pid_t process, int signal) noexcept {
    if (!exec.active) return INTERLEAVE_REAL(kill)(process, signal);
    if (process != getpid() && process != 0)
        refuse_signal("kill()", "signals to other processes cannot be explored", INTERLEAVE_PC);
    if (signal == 0) return 0;
    return raise(signal);
}
INTERLEAVE_EXPORT int pthread_kill(pthread_t handle, int signal) noexcept {
    if (!exec.active) return INTERLEAVE_REAL(pthread_kill)(handle, signal);
    const Thread* thread = exec.find_thread(handle);
    if (thread == nullptr) return ESRCH;
    if (signal == 0) return 0;
    if (!is_signal(signal)) return EINVAL;
    if (thread != exec.current) refuse_signal("pthread_kill()", only_itself, INTERLEAVE_PC);
    send(signal);
    return 0;
}

INTERLEAVE_EXPORT int sigaction(int signal, const struct sigaction* action, struct sigaction* old) noexcept {
    if (!exec.active) return INTERLEAVE_REAL(sigaction)(signal, action, old);
    if (!is_signal(signal) || signal == SIGKILL || signal == SIGSTOP) {
        errno = EINVAL;
        return -1;
    }
    struct sigaction& now = action_of(signal);
    const struct sigaction before = now;
    if (action != nullptr) now = *action;
    if (old != nullptr) *old = before;
    return 0;
}
INTERLEAVE_EXPORT sighandler_t signal(int number, sighandler_t handler) noexcept {
    if (!exec.active) return find_real<sighandler_t(int, sighandler_t)>("signal")(number, handler);
    struct sigaction action{}, old{};
    action.sa_handler = handler;
    return sigaction(number, &action, &old) == 0 ? old.sa_handler : SIG_ERR;
}

INTERLEAVE_EXPORT int pthread_sigmask(int how, const sigset_t* set, sigset_t* old) noexcept {
    if (!exec.active) return INTERLEAVE_REAL(pthread_sigmask)(how, set, old);
    return set_mask(how, set, old);
}
INTERLEAVE_EXPORT int sigprocmask(int how, const sigset_t* set, sigset_t* old) noexcept {
    if (!exec.active) return INTERLEAVE_REAL(sigprocmask)(how, set, old);
    const int error = set_mask(how, set, old);
    if (error != 0) errno = error;
    return error == 0 ? 0 : -1;
}

#define INTERLEAVE_REFUSE(RESULT, NAME, PARAMETERS, ARGUMENTS)                   \
    INTERLEAVE_EXPORT RESULT NAME PARAMETERS {                                   \
        if (exec.active) refuse_signal(#NAME "()", from_outside, INTERLEAVE_PC); \
        return INTERLEAVE_REAL(NAME) ARGUMENTS;                                  \
    }
INTERLEAVE_REFUSE(unsigned, alarm, (unsigned seconds) noexcept, (seconds))
INTERLEAVE_REFUSE(int, pause, (), ())
INTERLEAVE_REFUSE(int, sigsuspend, (const sigset_t* set), (set))
INTERLEAVE_REFUSE(int, sigwait, (const sigset_t* set, int* signal), (set, signal))
INTERLEAVE_REFUSE(int, sigwaitinfo, (const sigset_t* set, siginfo_t* info), (set, info))
INTERLEAVE_REFUSE(int, sigtimedwait, (const sigset_t* set, siginfo_t* info, const timespec* time), (set, info, time))
INTERLEAVE_REFUSE(int, sigqueue, (pid_t process, int signal, const sigval value) noexcept, (process, signal, value))
INTERLEAVE_EXPORT int setitimer(__itimer_which_t which, const itimerval* value, itimerval* old) noexcept {
    if (exec.active) refuse_signal("setitimer()", from_outside, INTERLEAVE_PC);
    return INTERLEAVE_REAL(setitimer)(which, value, old);
}
