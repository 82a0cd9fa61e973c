// read_and_write_locked_apart.cpp: both under the lock, but let go in between.
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
                mutex.lock();
                const int seen = visits;
                mutex.unlock();
                mutex.lock();
                visits = seen + 1;
                mutex.unlock();
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
