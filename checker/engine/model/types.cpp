// types.cpp: the names that traces and results show.
#include "model/types.hpp"

namespace interleave {

const char* op_name(Op op) noexcept {
    static constexpr const char* names[] = {
        "create",      "start",       "join",          "exit",          "detach",      "lock",        "try_lock",
        "unlock",      "lock_shared", "unlock_shared", "wait",          "wake",        "notify_one",  "notify_all",
        "acquire",     "try_acquire", "release",       "arrive",        "arrive_wait", "atomic_load", "atomic_store",
        "atomic_rmw",  "atomic_cas",  "atomic_wait",   "atomic_notify", "fence",       "once",        "read",
        "write",       "output",      "input",         "sleep",         "yield",       "timeout",     "gauge_enter",
        "gauge_leave", "point",       "settle",
    };
    static_assert(sizeof names / sizeof *names == static_cast<unsigned>(Op::settle) + 1);
    return names[static_cast<unsigned>(op)];
}

const char* object_kind_name(ObjectKind kind) noexcept {
    static constexpr const char* names[] = {
        "none",      "mutex",  "recursive_mutex", "shared_mutex", "condition_variable",
        "semaphore", "latch",  "barrier",         "atomic",       "once",
        "future",    "memory", "output",          "input",        "thread",
        "guard",     "gauge",
    };
    static_assert(sizeof names / sizeof *names == static_cast<unsigned>(ObjectKind::gauge) + 1);
    return names[static_cast<unsigned>(kind)];
}

const char* failure_name(FailureKind kind) noexcept {
    static constexpr const char* names[] = {
        "none",          "data-race",    "deadlock",    "lost-wakeup",      "livelock",
        "misuse",        "check-failed", "exception",   "terminate",        "signal",
        "exit",          "abort",        "no-progress", "blocked-outside",  "leak",
        "out-of-memory", "output-limit", "step-limit",  "too-many-threads", "fork",
        "unsupported",
    };
    static_assert(sizeof names / sizeof *names == static_cast<unsigned>(FailureKind::unsupported) + 1);
    return names[static_cast<unsigned>(kind)];
}

}  // namespace interleave
