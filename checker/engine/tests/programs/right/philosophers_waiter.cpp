// expect: passed
// output: 3 meals\n
// Three dining philosophers and a waiter who seats two.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <semaphore>
#include <thread>

int main() {
    std::mutex forks[3];
    std::counting_semaphore<2> seats(2);
    std::atomic<int> meals = 0;
    auto dine = [&](int who) {
        seats.acquire();
        {
            std::lock_guard left(forks[who]);
            std::lock_guard right(forks[(who + 1) % 3]);
            ++meals;
        }
        seats.release();
    };
    std::thread a(dine, 0), b(dine, 1), c(dine, 2);
    a.join();
    b.join();
    c.join();
    std::printf("%d meals\n", meals.load());
}
