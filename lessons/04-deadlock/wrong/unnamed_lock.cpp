// Wrong: the scoped_lock is a temporary, destroyed before the money moves.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
    std::scoped_lock(from.mutex, to.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::scoped_lock(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
