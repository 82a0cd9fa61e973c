// account.hpp: what the examples test: an account with a mistake that no test with real threads finds for sure.
#pragma once

#include <mutex>

class Account {
public:
    int balance() const {
        std::lock_guard lock(mutex_);
        return balance_;
    }
    void deposit(int amount) {
        std::lock_guard lock(mutex_);
        balance_ += amount;
    }
    // Looks in one critical section and takes in another one: two withdrawals may both see enough money.
    bool withdraw_carelessly(int amount) {
        if (balance() < amount) return false;
        deposit(-amount);
        return true;
    }
    bool withdraw(int amount) {
        std::lock_guard lock(mutex_);
        if (balance_ < amount) return false;
        balance_ -= amount;
        return true;
    }

private:
    mutable std::mutex mutex_;
    int balance_ = 0;
};
