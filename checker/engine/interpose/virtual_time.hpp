// virtual_time.hpp: clocks that only move when the engine lets them.
#pragma once

#include <cstdint>
#include <ctime>

namespace interleave {

// Where the clocks stand when an execution begins, in nanoseconds: fixed, so that every execution sees the same times.
inline constexpr std::uint64_t monotonic_start = 1'000'000'000'000;
inline constexpr std::uint64_t realtime_start = 1'767'225'600'000'000'000;  // 2026-01-01 00:00:00 UTC

// An absolute time of a clock as virtual nanoseconds since the execution began. A null time is never.
std::uint64_t deadline_of(clockid_t clock, const timespec* until) noexcept;
std::uint64_t nanoseconds(const timespec& time) noexcept;

}  // namespace interleave
