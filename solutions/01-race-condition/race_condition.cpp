// race_condition.cpp: counts the visitors of a museum with several doors.
// One thread a door lets in visitor after visitor and counts them. With three doors and two visitors
// at each, the program prints "visits 6", whatever the threads' timing.
#include "race_condition.hpp"

#include <atomic>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    std::atomic<int> visits = 0;  // an atomic reads, adds and writes in one step that nobody can get into

    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits] {
            while (door()) {
                ++visits;  // one step now; "visits = visits + 1" would still be two
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
