// lock_only_the_write.cpp: reads without the lock, writes with it.
#include "race_condition.hpp"

#include <mutex>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    int visits = 0;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits, &mutex] {
            while (door()) {
                const int seen = visits;
                std::lock_guard guard(mutex);
                visits = seen + 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
