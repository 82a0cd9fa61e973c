// lock.cpp: a printer and an account that several threads use at the same time.
// Blocks of lines must come out whole, in any order. The account must never go below zero, whoever
// withdraws at the same time. Two customers want the same 30 coins: the program ends with "balance 0".
#include "lock.hpp"

// TODO: lock.hpp gives each printer and each account a mutex_. Nobody locks it yet: decide where, and for how long.

void Printer::print(const std::vector<std::string>& block) {
    for (const std::string& text : block) {
        stream_.line(text);  // TODO: which lines belong together? line() may throw.
    }
}

int Account::balance() const {
    return balance_;  // TODO: is looking harmless?
}

void Account::deposit(int amount) {
    balance_ += amount;  // TODO
}

bool Account::withdraw(int amount) {
    if (balance() < amount) {  // TODO: is this still true in the line after next?
        return false;
    }
    balance_ -= amount;
    return true;
}
