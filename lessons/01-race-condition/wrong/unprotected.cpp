// unprotected.cpp: one variable for all doors, unprotected, in a global.
#include "race_condition.hpp"

#include <thread>

namespace {

int visits = 0;

}  // namespace

int count_visits(const std::vector<Door>& doors) {
    visits = 0;
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door] {
            while (door()) {
                visits++;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
