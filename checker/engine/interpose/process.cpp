// process.cpp: ends of the program (exit, abort, terminate, assert), and calls that would leave the engine's control.
#include "interpose/process.hpp"
#include "interpose/export.hpp"
#include "interpose/real.hpp"
#include "model/execution.hpp"
#include "model/primitives.hpp"
#include "trace/recorder.hpp"

#include "doctest/case_registry.hpp"

#include <spawn.h>
#include <sys/types.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>

using namespace interleave;

namespace interleave {
namespace {

[[noreturn]] void on_terminate() {
    if (!exec.active) INTERLEAVE_REAL(abort)();
    if (std::current_exception() != nullptr) {
        if (cases::handling_assertion_exception() && exec.failure.kind == FailureKind::check_failed)
            exec.fail_prepared();
        exec.failure.what = cases::describe_current_exception();
        exec.fail(FailureKind::exception,
                  "an exception left " + thread_name(exec.current->id) + ": " + exec.failure.what);
    }
    exec.fail(FailureKind::terminate,
              thread_name(exec.current->id) +
                  " called std::terminate (a std::thread that is still joinable was destroyed or assigned to, or "
                  "a noexcept function threw)");
}

// The line at which the program ends is more than what its last operation tells.
void note_end(const char* what, std::uintptr_t pc) {
    if (exec.recorder != nullptr) exec.recorder->event(Op::point, nullptr, "", what, pc);
}

[[noreturn]] void end_program(int code, bool in_order, std::uintptr_t pc) {
    if (exec.probing()) exec.conclude_probe(true);
    if (exec.exit_ends_program && exec.current->id == 0) {
        if (in_order) exec.run_exit_functions();
        flush_output();
        exec.exit_code = code;
        exec.exited = true;
        exec.end();
    }
    note_end("ends the program", pc);
    exec.failure.exit_code = code;
    exec.fail(FailureKind::exit,
              thread_name(exec.current->id) + " ended the whole program with exit(" + std::to_string(code) + ")");
}

[[noreturn]] void refuse(FailureKind kind, const char* call, std::uintptr_t pc) {
    refuse(kind, call, std::string("the program called ") + call + ", which cannot be explored", pc);
}

}  // namespace

void refuse(FailureKind kind, const char* call, const std::string& message, std::uintptr_t pc) {
    note_end((std::string("calls ") + call).c_str(), pc);
    exec.fail(kind, message);
}

void install_terminate_handler() { std::set_terminate(on_terminate); }

}  // namespace interleave

#define INTERLEAVE_END(NAME, IN_ORDER)                               \
    INTERLEAVE_EXPORT void NAME(int code) {                          \
        if (exec.active) end_program(code, IN_ORDER, INTERLEAVE_PC); \
        INTERLEAVE_REAL(NAME)(code);                                 \
        __builtin_unreachable();                                     \
    }
INTERLEAVE_END(exit, true)
INTERLEAVE_END(_exit, false)
INTERLEAVE_END(_Exit, false)
INTERLEAVE_END(quick_exit, false)

INTERLEAVE_EXPORT void abort() {
    if (exec.active) {
        note_end("calls abort()", INTERLEAVE_PC);
        exec.fail(FailureKind::abort, thread_name(exec.current->id) + " called abort()");
    }
    INTERLEAVE_REAL(abort)();
    __builtin_unreachable();
}
INTERLEAVE_EXPORT void __assert_fail(const char* assertion, const char* file, unsigned line, const char* function) {
    if (exec.active) {
        exec.failure.check_expression = assertion;
        exec.failure.check_file = file;
        exec.failure.check_line = static_cast<int>(line);
        exec.failure.check_macro = "assert";
        exec.fail(FailureKind::abort,
                  std::string("the assertion ") + assertion + " failed in " + thread_name(exec.current->id));
    }
    using Function = void(const char*, const char*, unsigned, const char*);
    find_real<Function>("__assert_fail")(assertion, file, line, function);
    __builtin_unreachable();
}

#define INTERLEAVE_REFUSE(RESULT, NAME, PARAMETERS, ARGUMENTS)                 \
    INTERLEAVE_EXPORT RESULT NAME PARAMETERS {                                 \
        if (exec.active) refuse(FailureKind::fork, #NAME "()", INTERLEAVE_PC); \
        return INTERLEAVE_REAL(NAME) ARGUMENTS;                                \
    }
INTERLEAVE_REFUSE(pid_t, fork, (), ())
INTERLEAVE_REFUSE(pid_t, vfork, (), ())
INTERLEAVE_REFUSE(int, system, (const char* command), (command))
INTERLEAVE_REFUSE(int, execve, (const char* path, char* const arguments[], char* const environment[]),
                  (path, arguments, environment))
INTERLEAVE_REFUSE(int, execv, (const char* path, char* const arguments[]), (path, arguments))
INTERLEAVE_REFUSE(int, execvp, (const char* path, char* const arguments[]), (path, arguments))
INTERLEAVE_REFUSE(int, execvpe, (const char* path, char* const arguments[], char* const environment[]),
                  (path, arguments, environment))
INTERLEAVE_REFUSE(int, daemon, (int stay, int keep), (stay, keep))
INTERLEAVE_REFUSE(FILE*, popen, (const char* command, const char* mode), (command, mode))
INTERLEAVE_REFUSE(int, posix_spawn,
                  (pid_t * pid, const char* path, const posix_spawn_file_actions_t* actions,
                   const posix_spawnattr_t* attributes, char* const arguments[], char* const environment[]),
                  (pid, path, actions, attributes, arguments, environment))

INTERLEAVE_REFUSE(int, posix_spawnp,
                  (pid_t * pid, const char* path, const posix_spawn_file_actions_t* actions,
                   const posix_spawnattr_t* attributes, char* const arguments[], char* const environment[]),
                  (pid, path, actions, attributes, arguments, environment))

// With a list of arguments of any length; what is real is called only outside of executions, where nobody does.
#define INTERLEAVE_REFUSE_LIST(NAME)                                           \
    INTERLEAVE_EXPORT int NAME(const char*, const char*, ...) {                \
        if (exec.active) refuse(FailureKind::fork, #NAME "()", INTERLEAVE_PC); \
        errno = ENOSYS;                                                        \
        return -1;                                                             \
    }
INTERLEAVE_REFUSE_LIST(execl)
INTERLEAVE_REFUSE_LIST(execlp)
INTERLEAVE_REFUSE_LIST(execle)

extern "C" INTERLEAVE_VISIBLE long ptrace(int, ...) {
    if (exec.active) refuse(FailureKind::unsupported, "ptrace()", INTERLEAVE_PC);
    errno = ENOSYS;
    return -1;
}

// Random numbers: the same in every execution.
namespace {
std::uint64_t g_random = 1;
std::uint32_t g_random_generation = 0;
}  // namespace
INTERLEAVE_EXPORT void srand(unsigned seed) noexcept {
    g_random = seed;
    g_random_generation = exec.generation;
}
INTERLEAVE_EXPORT int rand() noexcept {
    if (g_random_generation != exec.generation) srand(1);
    g_random = g_random * 6364136223846793005u + 1442695040888963407u;
    return static_cast<int>((g_random >> 33) & RAND_MAX);
}
INTERLEAVE_EXPORT void srandom(unsigned seed) noexcept { srand(seed); }
INTERLEAVE_EXPORT long random() noexcept { return rand(); }
INTERLEAVE_EXPORT long lrand48() noexcept { return rand(); }
INTERLEAVE_EXPORT double drand48() noexcept { return rand() / (RAND_MAX + 1.0); }
INTERLEAVE_EXPORT void srand48(long seed) noexcept { srand(static_cast<unsigned>(seed)); }
// std::random_device, whatever source its token names.
extern "C" __attribute__((visibility("default"))) unsigned interleave_random_device(void*) __asm__(
    "_ZNSt13random_device9_M_getvalEv");
unsigned interleave_random_device(void*) { return static_cast<unsigned>(rand()) * 2654435761u; }
