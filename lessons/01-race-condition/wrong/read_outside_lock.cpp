// read_outside_lock.cpp: a progress report reads the counter without the lock.
#include "race_condition.hpp"

#include <mutex>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    int visits = 0;
    int busiest = 0;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits, &busiest, &mutex] {
            while (door()) {
                {
                    std::lock_guard guard(mutex);
                    ++visits;
                }
                if (visits > 1000) {
                    std::lock_guard guard(mutex);
                    ++busiest;
                }
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
