// noise.hpp: makes runs differ from each other: where their threads may run, how late they start, where they yield.
//
// What is done depends on the run's number alone (and on the scheduler, which is why stress is no proof). Run 0 is left
// as the machine would have it.
#pragma once

namespace interleave::native {

// Sets the noise of this process for the rest of its life. `run` counts from 0.
void start_noise(int run) noexcept;

// A place where another thread might well go first: yields, or now and then sleeps for some microseconds.
void disturb() noexcept;

}  // namespace interleave::native
