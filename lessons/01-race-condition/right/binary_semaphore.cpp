// binary_semaphore.cpp: one permit for the counter.
#include "race_condition.hpp"

#include <semaphore>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    int visits = 0;
    std::binary_semaphore permit{1};
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits, &permit] {
            while (door()) {
                permit.acquire();
                ++visits;
                permit.release();
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
