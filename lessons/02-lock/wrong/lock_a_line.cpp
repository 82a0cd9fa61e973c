// lock_a_line.cpp: locks each line, not the block.
#include "lock.hpp"

void Printer::print(const std::vector<std::string>& block) {
    for (const std::string& text : block) {
        std::lock_guard guard(mutex_);
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
