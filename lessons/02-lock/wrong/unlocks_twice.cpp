// unlocks_twice.cpp: unlocks by hand what the guard will unlock again.
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
    std::lock_guard guard(mutex_);
    if (balance_ < amount) {
        mutex_.unlock();
        return false;
    }
    balance_ -= amount;
    return true;
}
