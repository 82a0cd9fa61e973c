// unique_lock.cpp: unique_lock, let go before the return where that is safe.
#include "lock.hpp"

void Printer::print(const std::vector<std::string>& block) {
    std::unique_lock lock(mutex_);
    for (const std::string& text : block) {
        stream_.line(text);
    }
}

int Account::balance() const {
    std::unique_lock lock(mutex_);
    const int now = balance_;
    lock.unlock();
    return now;
}

void Account::deposit(int amount) {
    std::unique_lock lock(mutex_, std::defer_lock);
    lock.lock();
    balance_ += amount;
}

bool Account::withdraw(int amount) {
    std::unique_lock lock(mutex_);
    const bool enough = balance_ >= amount;
    if (enough) {
        balance_ -= amount;
    }
    lock.unlock();
    return enough;
}
