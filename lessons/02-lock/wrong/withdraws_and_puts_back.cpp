// Wrong: takes the amount first and puts it back if there was not enough: for a moment the account is below zero.
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
    int left = 0;
    {
        std::lock_guard guard(mutex_);
        balance_ -= amount;
        left = balance_;
    }
    if (left >= 0) {
        return true;
    }
    deposit(amount);
    return false;
}
