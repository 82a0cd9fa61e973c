// relaxed_and_jthread.cpp: counting needs no order, only whole steps; the joins order the last read.
#include "race_condition.hpp"

#include <atomic>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    std::atomic<int> visits{0};
    {
        std::vector<std::jthread> threads;
        for (const Door& door : doors) {
            threads.emplace_back([&door, &visits] {
                while (door()) {
                    visits.fetch_add(1, std::memory_order_relaxed);
                }
            });
        }
    }
    return visits.load(std::memory_order_relaxed);
}
