// test_then_act.cpp: tests under the lock, lets go, locks again and takes.
#include "lock.hpp"

void Printer::print(const std::vector<std::string>& block) {
    std::lock_guard guard(mutex_);
    for (const std::string& text : block) {
        stream_.line(text);
    }
}

int Account::balance() const {
    std::lock_guard guard(mutex_);
    return balance_;
}

void Account::deposit(int amount) {
    std::lock_guard guard(mutex_);
    balance_ += amount;
}

bool Account::withdraw(int amount) {
    if (balance() < amount) {
        return false;
    }
    std::lock_guard guard(mutex_);
    balance_ -= amount;
    return true;
}
