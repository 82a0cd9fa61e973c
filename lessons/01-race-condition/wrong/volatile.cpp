// volatile.cpp: volatile keeps the compiler from optimising, not the threads from colliding.
#include "race_condition.hpp"

#include <thread>

int count_visits(const std::vector<Door>& doors) {
    volatile int visits = 0;
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits] {
            while (door()) {
                visits = visits + 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
