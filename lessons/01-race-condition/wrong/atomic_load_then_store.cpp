// atomic_load_then_store.cpp: an atomic, but read and written in two steps.
#include "race_condition.hpp"

#include <atomic>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    std::atomic<int> visits{0};
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits] {
            while (door()) {
                visits = visits + 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits.load();
}
