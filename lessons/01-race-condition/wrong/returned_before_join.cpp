// returned_before_join.cpp: the result is read first; only then do the jthreads join.
#include "race_condition.hpp"

#include <atomic>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    std::atomic<int> visits{0};
    std::vector<std::jthread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits] {
            while (door()) {
                ++visits;
            }
        });
    }
    return visits;
}
