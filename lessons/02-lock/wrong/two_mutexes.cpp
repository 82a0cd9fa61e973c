// two_mutexes.cpp: one lock to pay in, another one to take out, for the same balance.
#include "lock.hpp"

namespace {

std::mutex deposits;

}  // namespace

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
    std::lock_guard guard(deposits);
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
