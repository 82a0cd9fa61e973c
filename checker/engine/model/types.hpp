// types.hpp: the small vocabulary that every part of the engine shares: ids, operations, kinds of objects.
#pragma once

#include <cstdint>

namespace interleave {

using ThreadId = std::uint16_t;  // by order of creation in this execution; 0 runs the body
using ObjectId = std::uint32_t;  // by order of first use in this execution; 0 is no object

inline constexpr ThreadId no_thread = 0xffff;
inline constexpr unsigned max_threads = 512;
// A step of a schedule: its thread in the low bits; above them whether the thread took it before its creator went on,
// and, for a load, how many stores back its value is.
inline constexpr unsigned step_thread_bits = 10;
inline constexpr ThreadId before_creator = max_threads;
static_assert(max_threads == 1u << (step_thread_bits - 1));
inline constexpr ThreadId thread_of_step(ThreadId step) { return static_cast<ThreadId>(step & (max_threads - 1)); }
inline constexpr bool is_before_creator(ThreadId step) { return (step & before_creator) != 0; }
inline constexpr unsigned older_of_step(ThreadId step) { return step >> step_thread_bits; }

// A set of threads as bits, for fairness: those from the 65th on are left alone.
inline constexpr std::uint64_t thread_bit(ThreadId thread) { return thread < 64 ? std::uint64_t{1} << thread : 0; }

// What a thread is about to do, or has done. The names (op_name) are part of the trace format.
enum class Op : std::uint8_t {
    create,
    start,
    join,
    exit,
    detach,
    lock,
    try_lock,
    unlock,
    lock_shared,
    unlock_shared,
    wait,
    wake,
    notify_one,
    notify_all,
    acquire,
    try_acquire,
    release,
    arrive,
    arrive_wait,
    atomic_load,
    atomic_store,
    atomic_rmw,
    atomic_cas,
    atomic_wait,
    atomic_notify,
    fence,
    once,
    read,
    write,
    output,
    input,
    sleep,
    yield,
    timeout,
    gauge_enter,
    gauge_leave,
    point,
    settle,
};
const char* op_name(Op op) noexcept;

enum class ObjectKind : std::uint8_t {
    none,
    mutex,
    recursive_mutex,
    shared_mutex,
    condition_variable,
    semaphore,
    latch,
    barrier,
    atomic,
    once,
    future,
    memory,
    output,
    input,
    thread,
    guard,
    gauge,
};
const char* object_kind_name(ObjectKind kind) noexcept;

// How an execution ended badly. The names (failure_name) are part of the result format.
enum class FailureKind : std::uint8_t {
    none,
    data_race,
    deadlock,
    lost_wakeup,
    livelock,
    misuse,
    check_failed,
    exception,
    terminate,
    signal,
    exit,
    abort,
    no_progress,
    blocked_outside,
    leak,
    out_of_memory,
    output_limit,
    step_limit,
    too_many_threads,
    fork,
    unsupported,
};
const char* failure_name(FailureKind kind) noexcept;

// Why step() let the caller go on.
enum class Outcome : std::uint8_t {
    granted,   // the operation is enabled
    timed_out  // the operation is not enabled; its time-out (or, for an untimed wait, a spurious wake-up) was chosen
};

}  // namespace interleave
