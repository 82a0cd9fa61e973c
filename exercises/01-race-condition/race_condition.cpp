// race_condition.cpp: counts the visitors of a museum with several doors.
// One thread a door lets in visitor after visitor and counts them. With three doors and two visitors
// at each, the program prints "visits 6", whatever the threads' timing.
#include "race_condition.hpp"

#include <thread>

int count_visits(const std::vector<Door>& doors) {
    int visits = 0;  // TODO: all threads use this variable at once. Protect it, or share less.

    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits] {
            while (door()) {
                ++visits;  // TODO: how many steps is this?
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
