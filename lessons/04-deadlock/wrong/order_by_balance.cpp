// Wrong: reads both balances without a lock in order to decide which lock comes first; and balances change.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
    Account& richer = from.balance() >= to.balance() ? from : to;
    Account& poorer = &richer == &from ? to : from;
    std::lock_guard<std::mutex> lock_richer(richer.mutex);
    std::lock_guard<std::mutex> lock_poorer(poorer.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
