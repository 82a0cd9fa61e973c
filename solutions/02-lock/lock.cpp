// lock.cpp: a printer and an account that several threads use at the same time.
// Blocks of lines must come out whole, in any order. The account must never go below zero, whoever
// withdraws at the same time. Two customers want the same 30 coins: the program ends with "balance 0".
#include "lock.hpp"

void Printer::print(const std::vector<std::string>& block) {
    std::lock_guard guard(mutex_);  // around the whole block; unlocks when line() throws, too
    for (const std::string& text : block) {
        stream_.line(text);
    }
}

int Account::balance() const {
    std::lock_guard guard(mutex_);  // reading needs the lock too: somebody may be writing
    return balance_;
}

void Account::deposit(int amount) {
    std::lock_guard guard(mutex_);
    balance_ += amount;
}

bool Account::withdraw(int amount) {
    std::lock_guard guard(mutex_);  // test and act under one lock, not let go in between
    if (balance_ < amount) {        // not balance(), which would wait for the lock that we hold
        return false;
    }
    balance_ -= amount;
    return true;
}
