// atomic.cpp: an atomic counter.
#include <atomic>
#include <thread>

#include "visits.hpp"

int count_visits() {
    std::atomic<int> visits = 0;
    std::thread first([&] { ++visits; });
    std::thread second([&] { ++visits; });
    first.join();
    second.join();
    return visits;
}
