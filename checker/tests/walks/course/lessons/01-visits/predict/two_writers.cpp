// two_writers.cpp: each thread reads, adds and writes.
#include <atomic>
#include <iostream>
#include <thread>

std::atomic<int> n = 0;

void add() {
    n = n + 1;
}

int main() {
    std::thread a(add);
    std::thread b(add);
    a.join();
    b.join();
    std::cout << "n " << n << '\n';
}
