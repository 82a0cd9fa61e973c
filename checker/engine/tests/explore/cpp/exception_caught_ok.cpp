// expect: passed
// output: 20 1\n
// about: the second withdrawal throws and is caught
#include <atomic>
#include <iostream>
#include <mutex>
#include <stdexcept>
#include <thread>
std::mutex mutex;
int balance = 100;
std::atomic<int> refused{0};
void withdraw(int amount) try {
    std::lock_guard lock(mutex);
    if (balance < amount) throw std::runtime_error("not enough money");
    balance -= amount;
} catch (const std::runtime_error&) {
    ++refused;
}
int main() {
    std::thread a(withdraw, 80), b(withdraw, 80);
    a.join();
    b.join();
    std::cout << balance << ' ' << refused << '\n';
}
