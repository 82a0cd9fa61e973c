// local_then_lock.cpp: every door counts for itself and adds its sum under the lock.
#include "race_condition.hpp"

#include <mutex>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    int visits = 0;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits, &mutex] {
            int here = 0;
            while (door()) {
                ++here;
            }
            std::scoped_lock lock(mutex);
            visits += here;
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
