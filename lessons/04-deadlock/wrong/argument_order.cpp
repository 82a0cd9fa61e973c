// Wrong: a transfer to itself is treated, but the locks are still taken in the order of the arguments.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
    from.mutex.lock();
    to.mutex.lock();
    from.withdraw(amount);
    to.deposit(amount);
    to.mutex.unlock();
    from.mutex.unlock();
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
