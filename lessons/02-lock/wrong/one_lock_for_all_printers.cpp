// one_lock_for_all_printers.cpp: whole blocks, but strangers wait for each other.
#include "lock.hpp"

namespace {

std::mutex everything;

}  // namespace

void Printer::print(const std::vector<std::string>& block) {
    std::lock_guard guard(everything);
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
