// lock_and_unlock.cpp: by hand, unlocked on every way out.
#include "lock.hpp"

void Printer::print(const std::vector<std::string>& block) {
    mutex_.lock();
    try {
        for (const std::string& text : block) {
            stream_.line(text);
        }
    } catch (...) {
        mutex_.unlock();
        throw;
    }
    mutex_.unlock();
}

int Account::balance() const {
    mutex_.lock();
    const int now = balance_;
    mutex_.unlock();
    return now;
}

void Account::deposit(int amount) {
    mutex_.lock();
    balance_ += amount;
    mutex_.unlock();
}

bool Account::withdraw(int amount) {
    mutex_.lock();
    if (balance_ < amount) {
        mutex_.unlock();
        return false;
    }
    balance_ -= amount;
    mutex_.unlock();
    return true;
}
