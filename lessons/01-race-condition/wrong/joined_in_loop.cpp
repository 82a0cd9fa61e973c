// joined_in_loop.cpp: opens one door after the other, so that there is nobody to collide with.
#include "race_condition.hpp"

#include <thread>

int count_visits(const std::vector<Door>& doors) {
    int visits = 0;
    for (const Door& door : doors) {
        std::thread thread([&door, &visits] {
            while (door()) {
                ++visits;
            }
        });
        thread.join();
    }
    return visits;
}
