// lock_held_at_the_door.cpp: the count is right, but the lock is held while the door is open.
#include "race_condition.hpp"

#include <mutex>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    int visits = 0;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits, &mutex] {
            std::lock_guard guard(mutex);
            while (door()) {
                ++visits;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
