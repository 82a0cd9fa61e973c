// own_main.cpp: the function is right, but a program of its own came along with it.
#include "race_condition.hpp"

#include <atomic>
#include <iostream>
#include <thread>

int count_visits(const std::vector<Door>& doors) {
    std::atomic<int> visits = 0;
    std::vector<std::thread> threads;
    for (const Door& door : doors) {
        threads.emplace_back([&door, &visits] {
            while (door()) {
                ++visits;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return visits;
}

int main() {
    int left = 2;
    std::cout << count_visits({[&left] { return left-- > 0; }}) << '\n';
}
