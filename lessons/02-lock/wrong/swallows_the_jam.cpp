// swallows_the_jam.cpp: catches the paper jam to unlock, and tells nobody.
#include "lock.hpp"

void Printer::print(const std::vector<std::string>& block) {
    mutex_.lock();
    try {
        for (const std::string& text : block) {
            stream_.line(text);
        }
    } catch (...) {
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
