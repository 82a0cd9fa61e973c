// Wrong: finds out that both accounts are the same after locking, and returns without unlocking.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    Account& first = from.number() <= to.number() ? from : to;
    Account& second = from.number() <= to.number() ? to : from;
    first.mutex.lock();
    if (&first == &second) {
        return;
    }
    second.mutex.lock();
    from.withdraw(amount);
    to.deposit(amount);
    second.mutex.unlock();
    first.mutex.unlock();
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
