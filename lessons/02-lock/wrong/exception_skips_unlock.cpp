// exception_skips_unlock.cpp: a paper jam jumps over the unlock.
#include "lock.hpp"

void Printer::print(const std::vector<std::string>& block) {
    mutex_.lock();
    for (const std::string& text : block) {
        stream_.line(text);
    }
    mutex_.unlock();
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
    std::lock_guard guard(mutex_);
    if (balance_ < amount) {
        return false;
    }
    balance_ -= amount;
    return true;
}
