// skips_when_busy.cpp: prints only if the printer happens to be free.
#include "lock.hpp"

void Printer::print(const std::vector<std::string>& block) {
    std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock) {
        for (const std::string& text : block) {
            stream_.line(text);
        }
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
