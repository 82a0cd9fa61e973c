// getter_and_setter.cpp: every access is locked, and two customers want the last 10 coins.
#include <iostream>
#include <mutex>
#include <thread>

std::mutex mutex;
int coins = 10;
int paid = 0;

int get() {
    std::lock_guard<std::mutex> lock(mutex);
    return coins;
}

void pay_out(int amount) {
    std::lock_guard<std::mutex> lock(mutex);
    coins -= amount;
    paid += amount;
}

int main() {
    const auto customer = [] {
        if (get() >= 10) {
            pay_out(10);
        }
    };
    std::thread ann(customer);
    std::thread bob(customer);
    ann.join();
    bob.join();
    std::cout << "coins " << coins << ", paid " << paid << '\n';
}
