// expect: passed
// output: 6\n
// The classic: increments under one lock.
#include <iostream>
#include <mutex>
#include <thread>

std::mutex guard;
int counter;

static void work() {
    for (int i = 0; i < 3; ++i) {
        std::lock_guard<std::mutex> lock(guard);
        ++counter;
    }
}

int main() {
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::cout << counter << std::endl;
}
