// threads_10000.cpp: 10,000 threads.
#include "hostile.hpp"

#include <thread>
#include <vector>

int add(int a, int b) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 10000; ++i) threads.emplace_back([] {});
    for (auto& thread : threads) thread.join();
    return a + b;
}
