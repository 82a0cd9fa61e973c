// staggered_by_sleep.cpp: the doors open one after the other, far enough apart?
#include "race_condition.hpp"

#include <chrono>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    int visits = 0;
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits] {
            while (door()) {
                ++visits;
            }
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
