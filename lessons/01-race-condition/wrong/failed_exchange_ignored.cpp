// failed_exchange_ignored.cpp: compare_exchange may fail, and nobody looks.
#include "race_condition.hpp"

#include <atomic>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    std::atomic<int> visits{0};
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits] {
            while (door()) {
                int seen = visits.load();
                visits.compare_exchange_strong(seen, seen + 1);
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits.load();
}
