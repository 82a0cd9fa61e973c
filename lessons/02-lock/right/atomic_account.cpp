// atomic_account.cpp: no lock for the account: its balance is one number, changed in one step.
#include "lock.hpp"

#include <atomic>

void Printer::print(const std::vector<std::string>& block) {
    std::scoped_lock lock(mutex_);
    for (const std::string& text : block) {
        stream_.line(text);
    }
}

int Account::balance() const { return std::atomic_ref<int>(const_cast<int&>(balance_)).load(); }

void Account::deposit(int amount) { std::atomic_ref<int>(balance_) += amount; }

bool Account::withdraw(int amount) {
    std::atomic_ref<int> balance(balance_);
    int seen = balance.load();
    while (seen >= amount) {
        if (balance.compare_exchange_weak(seen, seen - amount)) {
            return true;
        }
    }
    return false;
}
