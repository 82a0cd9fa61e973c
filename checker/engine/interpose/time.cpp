// time.cpp: sleeping, yielding and reading clocks, in virtual time.
#include "interpose/export.hpp"
#include "interpose/real.hpp"
#include "interpose/virtual_time.hpp"
#include "model/primitives.hpp"
#include "trace/recorder.hpp"

#include <sched.h>
#include <sys/time.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstdarg>

namespace interleave {

std::uint64_t nanoseconds(const timespec& time) noexcept {
    if (time.tv_sec < 0) return 0;
    constexpr std::uint64_t most = std::uint64_t{1} << 62;
    const auto seconds = static_cast<std::uint64_t>(time.tv_sec);
    if (seconds >= most / 1'000'000'000) return most;
    return seconds * 1'000'000'000 + static_cast<std::uint64_t>(time.tv_nsec);
}

std::uint64_t deadline_of(clockid_t clock, const timespec* until) noexcept {
    if (until == nullptr) return no_deadline;
    const std::uint64_t start = clock == CLOCK_REALTIME ? realtime_start : monotonic_start;
    const std::uint64_t time = nanoseconds(*until);
    return time < start ? 0 : time - start;
}

void yield_thread(std::uintptr_t pc) {
    exec.step({.op = Op::yield, .yields = true, .pc = pc});
    if (exec.recorder != nullptr) exec.recorder->step(Op::yield, nullptr, "", "", pc);
}

void sleep_until(std::uint64_t deadline, std::uintptr_t pc) {
    exec.slept = true;
    exec.step({.op = Op::sleep, .yields = true, .deadline = deadline, .pc = pc});
    if (exec.recorder != nullptr) exec.recorder->step(Op::sleep, nullptr, "", "", pc);
}

namespace {

// Each look at a clock moves it a little, and more and more while a thread does nothing else (sooner if nobody else can
// do anything): a loop that waits for a time to pass comes to its end, but the others have had their turn.
std::uint64_t read_clock(std::uintptr_t pc) {
    const std::uint32_t reads = exec.current->clock_reads++;
    ++exec.current->foreign_writes;  // no two looks at a clock are the same
    if (!exec.clock_seen) exec.clock_seen = exec.knowledge_grew = true;
    const std::uint32_t patience = exec.others_can_run() ? 24 : 3;
    exec.now += std::uint64_t{1000} << (reads > patience ? std::min(reads - patience, 28u) : 0);
    if (reads != 0 && reads % 8 == 0) {
        yield_thread(pc);
        exec.current->clock_reads = reads + 1;
    }
    return exec.now;
}

timespec to_timespec(std::uint64_t time) {
    return {static_cast<time_t>(time / 1'000'000'000), static_cast<long>(time % 1'000'000'000)};
}

std::uint64_t clock_start(clockid_t clock) {
    switch (clock) {
        case CLOCK_REALTIME:
        case CLOCK_REALTIME_COARSE: return realtime_start;
        case CLOCK_PROCESS_CPUTIME_ID:
        case CLOCK_THREAD_CPUTIME_ID: return 0;
        default: return monotonic_start;
    }
}

}  // namespace
}  // namespace interleave

using namespace interleave;

INTERLEAVE_EXPORT int clock_gettime(clockid_t clock, timespec* time) noexcept {
    if (!exec.active) return INTERLEAVE_REAL(clock_gettime)(clock, time);
    *time = to_timespec(clock_start(clock) + read_clock(INTERLEAVE_PC));
    return 0;
}
INTERLEAVE_EXPORT int gettimeofday(timeval* time, void* zone) noexcept {
    if (!exec.active) return INTERLEAVE_REAL(gettimeofday)(time, zone);
    const timespec now = to_timespec(realtime_start + read_clock(INTERLEAVE_PC));
    *time = {now.tv_sec, now.tv_nsec / 1000};
    return 0;
}
INTERLEAVE_EXPORT time_t time(time_t* where) noexcept {
    if (!exec.active) return INTERLEAVE_REAL(time)(where);
    const time_t now = to_timespec(realtime_start + read_clock(INTERLEAVE_PC)).tv_sec;
    if (where != nullptr) *where = now;
    return now;
}
INTERLEAVE_EXPORT clock_t clock() noexcept {
    if (!exec.active) return INTERLEAVE_REAL(clock)();
    return static_cast<clock_t>(read_clock(INTERLEAVE_PC) / (1'000'000'000 / CLOCKS_PER_SEC));
}

INTERLEAVE_EXPORT int timespec_get(timespec* time, int base) noexcept {
    if (!exec.active || base != TIME_UTC) return INTERLEAVE_REAL(timespec_get)(time, base);
    *time = to_timespec(realtime_start + read_clock(INTERLEAVE_PC));
    return base;
}

INTERLEAVE_EXPORT int nanosleep(const timespec* duration, timespec* left) {
    if (!exec.active) return INTERLEAVE_REAL(nanosleep)(duration, left);
    sleep_until(exec.now + nanoseconds(*duration), INTERLEAVE_PC);
    return 0;
}
INTERLEAVE_EXPORT int clock_nanosleep(clockid_t clock, int flags, const timespec* duration, timespec* left) {
    if (!exec.active) return INTERLEAVE_REAL(clock_nanosleep)(clock, flags, duration, left);
    const bool absolute = (flags & TIMER_ABSTIME) != 0;
    sleep_until(absolute ? deadline_of(clock, duration) : exec.now + nanoseconds(*duration), INTERLEAVE_PC);
    return 0;
}
INTERLEAVE_EXPORT int usleep(useconds_t microseconds) {
    if (!exec.active) return INTERLEAVE_REAL(usleep)(microseconds);
    sleep_until(exec.now + std::uint64_t{microseconds} * 1000, INTERLEAVE_PC);
    return 0;
}
INTERLEAVE_EXPORT unsigned sleep(unsigned seconds) {
    if (!exec.active) return INTERLEAVE_REAL(sleep)(seconds);
    sleep_until(exec.now + std::uint64_t{seconds} * 1'000'000'000, INTERLEAVE_PC);
    return 0;
}
INTERLEAVE_EXPORT int sched_yield() noexcept {
    if (!exec.active) return INTERLEAVE_REAL(sched_yield)();
    yield_thread(INTERLEAVE_PC);
    return 0;
}
