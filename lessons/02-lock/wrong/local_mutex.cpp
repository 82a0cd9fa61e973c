// local_mutex.cpp: every call has a lock of its own.
#include "lock.hpp"

void Printer::print(const std::vector<std::string>& block) {
    std::mutex mutex;
    std::lock_guard guard(mutex);
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
        return false;
    }
    balance_ -= amount;
    return true;
}
