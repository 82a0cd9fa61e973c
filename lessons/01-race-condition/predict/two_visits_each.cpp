// two_visits_each.cpp: two doors count two visitors each, without a data race. Read, add, write.
#include <atomic>
#include <iostream>
#include <thread>

int main() {
    std::atomic<int> visits = 0;
    const auto door = [&visits] {
        for (int i = 0; i < 2; ++i) {
            visits = visits + 1;  // one atomic read, then one atomic write
        }
    };
    std::thread left(door);
    std::thread right(door);
    left.join();
    right.join();
    std::cout << "visits " << visits << '\n';
}
