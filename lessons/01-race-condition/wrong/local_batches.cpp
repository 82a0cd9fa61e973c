// local_batches.cpp: counts locally and adds up at the end: rarer, not right.
#include "race_condition.hpp"

#include <thread>

int count_visits(const std::vector<Door>& doors) {
    int visits = 0;
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits] {
            int here = 0;
            while (door()) {
                ++here;
            }
            visits += here;
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
