// try_lock_or_skip.cpp: does not count when the lock is taken just now.
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
                if (mutex.try_lock()) {
                    ++visits;
                    mutex.unlock();
                }
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
