// main.cpp: a museum with three doors and two visitors at each.
#include "race_condition.hpp"

#include <iostream>

int main() {
    const auto door = [waiting = 2]() mutable { return waiting-- > 0; };
    std::cout << "visits " << count_visits({door, door, door}) << '\n';
}
