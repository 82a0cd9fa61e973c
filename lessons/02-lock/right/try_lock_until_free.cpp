// try_lock_until_free.cpp: asks again and again until the lock is free.
#include "lock.hpp"

#include <thread>

namespace {

std::unique_lock<std::mutex> patiently(std::mutex& mutex) {
    while (!mutex.try_lock()) {
        std::this_thread::yield();
    }
    return std::unique_lock(mutex, std::adopt_lock);
}

}  // namespace

void Printer::print(const std::vector<std::string>& block) {
    const auto lock = patiently(mutex_);
    for (const std::string& text : block) {
        stream_.line(text);
    }
}

int Account::balance() const {
    const auto lock = patiently(mutex_);
    return balance_;
}

void Account::deposit(int amount) {
    const auto lock = patiently(mutex_);
    balance_ += amount;
}

bool Account::withdraw(int amount) {
    const auto lock = patiently(mutex_);
    if (balance_ >= amount) {
        balance_ -= amount;
        return true;
    }
    return false;
}
