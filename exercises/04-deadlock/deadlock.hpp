// deadlock.hpp (given, do not edit): bank accounts, each with a lock of its own, and what deadlock.cpp must provide.
#pragma once

#include <functional>
#include <mutex>
#include <utility>

class Account {
public:
    // No two accounts have the same number.
    Account(int number, int balance) : number_(number), balance_(balance) {}

    int number() const { return number_; }

    // Protects the balance: hold it while you call balance(), withdraw() or deposit().
    std::mutex mutex;

    int balance() const { return balance_; }

    void withdraw(int amount) {
        balance_ -= amount;
        tell_auditor();
    }

    void deposit(int amount) {
        balance_ += amount;
        tell_auditor();
    }

    // From now on, each withdraw() and deposit() calls the auditor before it returns.
    void set_auditor(std::function<void()> auditor) { auditor_ = std::move(auditor); }

private:
    void tell_auditor() const {
        if (auditor_) {
            auditor_();
        }
    }

    const int number_;
    int balance_;
    std::function<void()> auditor_;
};

// Withdraws `amount` from one account and deposits it in the other. For everybody who asks total(), both happen in one
// moment. `from` and `to` may be the same account: then its balance is afterwards what it was. There is always enough
// money in `from`: no need to test it. Any number of threads may call transfer() and total() at any time, for any
// accounts; every call ends, and transfers that have no account in common can run at the same time.
void transfer(Account& from, Account& to, int amount);

// How much money is in the two accounts together, at one moment. `a` and `b` are two different accounts.
int total(Account& a, Account& b);
