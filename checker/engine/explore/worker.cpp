// worker.cpp: crash handlers and watchdog of the child; the parent's patience.
#include "explore/worker.hpp"

#include "explore/search.hpp"
#include "fiber/fiber.hpp"
#include "interpose/input.hpp"
#include "interpose/process.hpp"
#include "interpose/real.hpp"
#include "interpose/streams.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

namespace interleave {
namespace {

SharedState* g_state = nullptr;

constexpr int alarm_milliseconds = 250;  // of processor time
constexpr int patience = 6;              // alarms in a row without a sign of life

// Ends the child after a signal: no destructors, no handlers of the hand-in.
[[noreturn]] void leave(int code) {
    real_syscall(SYS_exit_group, code);
    __builtin_unreachable();
}

// Only plain stores: the heap may be what is broken.
void publish_bare(FailureKind kind, int signal, const char* message) {
    SharedFailure& failure = g_state->failure;
    if (failure.kind != FailureKind::none) return;
    failure.signal = signal;
    std::snprintf(failure.message, sizeof failure.message, "%s", message);
    failure.steps = g_state->log.count;
    std::memcpy(failure.schedule, g_state->log.threads, failure.steps * sizeof(ThreadId));
    failure.output_size = static_cast<std::uint32_t>(std::min(exec.output.size(), sizeof failure.output));
    std::memcpy(failure.output, exec.output.data(), failure.output_size);
    failure.kind = kind;
    ++g_state->interleavings;
    ++g_state->failed;
    if (g_state->first_failure == 0) g_state->first_failure = g_state->executions;
}

void record_place(void* context, const char* note) {
    if (exec.recorder == nullptr || !exec.active) return;
    exec.recorder->give_up_write();
    const auto pc = static_cast<std::uintptr_t>(static_cast<ucontext_t*>(context)->uc_mcontext.gregs[REG_RIP]);
    exec.recorder->event(Op::point, nullptr, "", note, pc + 1);
    exec.recorder->finish();
}

const char* signal_text(int signal) {
    switch (signal) {
        case SIGSEGV: return "a bad memory access (SIGSEGV)";
        case SIGBUS: return "a bad memory access (SIGBUS)";
        case SIGFPE: return "a division by zero or another arithmetic error (SIGFPE)";
        case SIGILL: return "an illegal instruction (SIGILL)";
        case SIGABRT: return "abort() (SIGABRT)";
        case SIGTRAP: return "a trap (SIGTRAP)";
        default: return "a signal";
    }
}

void on_crash(int signal, siginfo_t* info, void* context) {
    char message[200];
    const char* what = signal_text(signal);
    if (signal == SIGSEGV && exec.active) {
        const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
        const Fiber& fiber = *exec.current->fiber;
        if (address < fiber.stack_low + 4096 && address + 65536 > fiber.stack_low)
            what = "a stack overflow: recursion without an end?";
        else if (address < 4096)
            what = "a use of a null pointer (SIGSEGV)";
    }
    std::snprintf(message, sizeof message, "%s crashed: %s",
                  exec.active && exec.current->id != 0 ? thread_name(exec.current->id).c_str() : "main", what);
    record_place(context, "crashes here");
    publish_bare(FailureKind::signal, signal, message);
    leave(4);
}

void on_alarm(int, siginfo_t*, void* context) {
    const std::uint64_t ticks = exec.ticks;
    if (!exec.active || ticks != exec.watched.ticks || exec.executions != exec.watched.executions) {
        exec.watched = {ticks, exec.executions, 0};
        return;
    }
    if (++exec.watched.idle_alarms < patience) return;
    record_place(context, "still running here");
    publish_bare(FailureKind::no_progress, 0, "a loop runs for ever without doing anything that others can notice");
    leave(4);
}

void handle(int signal, void (*handler)(int, siginfo_t*, void*)) {
    struct sigaction action{};
    action.sa_sigaction = handler;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

void become_worker() {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    rlimit time{};
    if (getrlimit(RLIMIT_CPU, &time) == 0) {
        time.rlim_cur = time.rlim_max;
        setrlimit(RLIMIT_CPU, &time);
    }
    const int null = open("/dev/null", O_RDWR);
    if (null >= 0) {
        dup2(null, 1);
        dup2(null, 2);
        INTERLEAVE_REAL(close)(null);
    }
    watch_stray_output();
    take_input();
    static char signal_stack[64 * 1024];
    stack_t stack{};
    stack.ss_sp = signal_stack;
    stack.ss_size = sizeof signal_stack;
    sigaltstack(&stack, nullptr);
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS}) handle(signal, on_crash);
    handle(SIGPROF, on_alarm);
    itimerval timer{{0, alarm_milliseconds * 1000}, {0, alarm_milliseconds * 1000}};
    setitimer(ITIMER_PROF, &timer, nullptr);
    install_terminate_handler();
    adopt_host(exec.host);
    exec.log = &g_state->log;
}

// State letter and processor time of a process, from /proc.
bool process_state(pid_t pid, char& letter, unsigned long& time) {
    char path[64], text[512];
    std::snprintf(path, sizeof path, "/proc/%d/stat", static_cast<int>(pid));
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    const auto size = ::read(file, text, sizeof text - 1);
    INTERLEAVE_REAL(close)(file);
    if (size <= 0) return false;
    text[size] = '\0';
    const char* rest = std::strrchr(text, ')');
    unsigned long user = 0, system = 0;
    if (rest == nullptr ||
        std::sscanf(rest + 1, " %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &letter, &user, &system) != 3)
        return false;
    time = user + system;
    return true;
}

enum class Stuck { no, asleep, busy };

// Waits for the end. A child that sleeps for seconds is blocked in a call that the engine does not control; one that
// uses much processor time without finishing a step or an execution, and whose own watchdog keeps silent, is beyond
// help.
int await(pid_t child, const SharedState& state, Stuck& stuck) {
    const unsigned long patience_in_ticks = 25ul * static_cast<unsigned long>(sysconf(_SC_CLK_TCK));
    const volatile auto& steps = state.log.count;
    const volatile auto& executions = state.interleavings;
    auto last_steps = steps;
    auto last_executions = executions;
    unsigned long time_of_progress = 0;
    const int descriptor = static_cast<int>(real_syscall(SYS_pidfd_open, child, 0));
    constexpr int rounds = 15;  // of 200 ms, asleep and without using any processor time
    int idle = 0;
    unsigned long last_time = 0;
    int status = 0;
    for (;;) {
        pollfd entry{descriptor, POLLIN, 0};
        const int ready = descriptor >= 0 ? poll(&entry, 1, 200) : (INTERLEAVE_REAL(usleep)(2000), 1);
        const pid_t ended = waitpid(child, &status, ready > 0 && descriptor >= 0 ? 0 : WNOHANG);
        if (ended == child || (ended < 0 && errno != EINTR)) break;
        if (ready > 0) continue;
        char letter = 'R';
        unsigned long time = 0;
        if (!process_state(child, letter, time)) continue;
        idle = letter == 'S' && time == last_time ? idle + 1 : 0;
        last_time = time;
        if (steps != last_steps || executions != last_executions) {
            last_steps = steps;
            last_executions = executions;
            time_of_progress = time;
        }
        const bool asleep = idle >= rounds || letter == 'T' || letter == 't';
        const bool busy = time > time_of_progress + patience_in_ticks;
        if (!asleep && !busy) continue;
        stuck = asleep ? Stuck::asleep : Stuck::busy;
        ::kill(child, SIGKILL);
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        break;
    }
    if (descriptor >= 0) INTERLEAVE_REAL(close)(descriptor);
    return status;
}

// Output that was not captured may be wrong without anybody knowing.
void refuse_stray_output(SharedState& state) {
    if (!stray_output_seen()) return;
    if (state.failure.kind == FailureKind::none) {
        ++state.failed;
        state.complete = false;
    }
    state.failure.kind = FailureKind::unsupported;
    std::snprintf(state.failure.message, sizeof state.failure.message,
                  "the program writes to standard output in a way that cannot be followed (/dev/stdout? a copy of the "
                  "descriptor?)");
}

}  // namespace

static void run_worker(SharedState& state, const std::function<void()>& work) {
    g_state = &state;
    const pid_t child = INTERLEAVE_REAL(fork)();
    if (child < 0) {
        state.failure.kind = FailureKind::unsupported;
        std::snprintf(state.failure.message, sizeof state.failure.message, "no process could be started: %s",
                      std::strerror(errno));
        return;
    }
    if (child == 0) {
        become_worker();
        work();
        refuse_stray_output(state);
        leave(0);
    }
    Stuck stuck = Stuck::no;
    const int status = await(child, state, stuck);
    if (state.done || state.failure.kind != FailureKind::none) return;
    SharedFailure& failure = state.failure;
    failure.steps = std::min(state.log.count, StepLog::capacity);
    std::memcpy(failure.schedule, state.log.threads, failure.steps * sizeof(ThreadId));
    ++state.interleavings;
    ++state.failed;
    if (state.first_failure == 0) state.first_failure = state.executions;
    if (stuck == Stuck::busy) {
        failure.kind = FailureKind::no_progress;
        std::snprintf(failure.message, sizeof failure.message,
                      "the program runs on and on without doing anything that others can notice");
    } else if (stuck == Stuck::asleep) {
        failure.kind = FailureKind::blocked_outside;
        std::snprintf(
            failure.message, sizeof failure.message,
            "the program waits in a call that the engine does not control (reading input? a signal? a network?)");
    } else if (WIFSIGNALED(status)) {
        failure.kind = FailureKind::signal;
        failure.signal = WTERMSIG(status);
        std::snprintf(failure.message, sizeof failure.message, "the program was ended by signal %d (%s)",
                      failure.signal, strsignal(failure.signal));
    } else {
        failure.kind = FailureKind::exit;
        failure.exit_code = WEXITSTATUS(status);
        std::snprintf(failure.message, sizeof failure.message,
                      "the program ended itself in the middle of an execution");
    }
}

void run_with_threads(SharedState& state, const std::function<void()>& work) {
    for (;;) {
        run_worker(state, work);
        const unsigned have = fiber_count();
        if (state.failure.kind != FailureKind::too_many_threads || have >= max_threads) return;
        if (prepare_fibers(std::min(have * 4, max_threads)) == have) return;
        new (&state) SharedState;
    }
}

}  // namespace interleave
