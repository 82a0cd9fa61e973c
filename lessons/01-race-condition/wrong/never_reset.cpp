// never_reset.cpp: the count of the first call is still there in the second.
#include "race_condition.hpp"

#include <atomic>
#include <thread>

namespace {

std::atomic<int> visits{0};

}  // namespace

int count_visits(const std::vector<Door>& doors) {
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door] {
            while (door()) {
                ++visits;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits.load();
}
