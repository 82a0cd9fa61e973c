// one_join_early.cpp: main waits for one thread, prints, and waits for the other.
#include <iostream>
#include <thread>

int main() {
    std::thread a([] { std::cout << "a"; });
    std::thread b([] { std::cout << "b"; });
    a.join();
    std::cout << "m";
    b.join();
}
