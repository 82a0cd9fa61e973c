// good.cpp: two threads count under a lock.
#include <iostream>
#include <mutex>
#include <thread>

std::mutex mutex;
int counter;

void work() {
    const std::lock_guard<std::mutex> lock(mutex);
    ++counter;
}

int main() {
    std::thread a(work);
    std::thread b(work);
    a.join();
    b.join();
    std::cout << "counter " << counter << '\n';
}
