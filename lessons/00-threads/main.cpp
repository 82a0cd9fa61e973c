// main.cpp: four workers square their numbers.
#include "threads.hpp"

#include <iostream>

int main() {
    const std::vector<int> squares = run_workers(4, [](const std::string&, int number) { return number * number; });

    std::string line;
    for (int square : squares) {
        line += (line.empty() ? "" : " ") + std::to_string(square);
    }
    std::cout << line << "\ndone\n";
}
