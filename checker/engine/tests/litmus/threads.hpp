// threads.hpp: what all litmus tests share: two atomics, what was read, and threads that run together.
#pragma once

#include <atomic>
#include <thread>

namespace {

constexpr auto relaxed = std::memory_order_relaxed, acquire = std::memory_order_acquire,
               release = std::memory_order_release, seq_cst = std::memory_order_seq_cst;

std::atomic<int> x{0}, y{0};
int a = -1, b = -1, c = -1, d = -1;  // each is written by one thread

template <class... Bodies>
void together(Bodies... bodies) {
    std::thread threads[] = {std::thread(bodies)...};
    for (auto& thread : threads) thread.join();
}

}  // namespace
