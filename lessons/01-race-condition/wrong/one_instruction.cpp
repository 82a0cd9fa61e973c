// one_instruction.cpp: adds in one machine instruction, which on several cores is still a read and a write.
#include "race_condition.hpp"

#include <thread>

int count_visits(const std::vector<Door>& doors) {
    int visits = 0;
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits] {
            while (door()) {
                asm volatile("incl %0" : "+m"(visits));
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}
