// early_return.cpp: returns without unlocking when there is not enough.
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
    mutex_.lock();
    if (balance_ < amount) {
        return false;
    }
    balance_ -= amount;
    mutex_.unlock();
    return true;
}
