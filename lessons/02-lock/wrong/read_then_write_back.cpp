// read_then_write_back.cpp: reads the balance through the getter and writes back what it has computed.
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
    const int now = balance();
    std::lock_guard guard(mutex_);
    balance_ = now + amount;
}

bool Account::withdraw(int amount) {
    std::lock_guard guard(mutex_);
    if (balance_ < amount) {
        return false;
    }
    balance_ -= amount;
    return true;
}
