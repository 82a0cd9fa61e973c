// unseen_by_the_checker.cpp: the race is still there; only the tool that would show it is switched off.
#include "race_condition.hpp"

#include <thread>

namespace {

__attribute__((no_sanitize("thread"))) void count_one(int& visits) { ++visits; }

}  // namespace

int count_visits(const std::vector<Door>& doors) {
    int visits = 0;
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits] {
            while (door()) {
                count_one(visits);
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
