// local_mutex.cpp: every thread has a mutex of its own.
#include "race_condition.hpp"

#include <mutex>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    int visits = 0;
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits] {
            std::mutex mutex;
            while (door()) {
                std::lock_guard guard(mutex);
                ++visits;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
