// Wrong: total() only reads, so it does without a lock.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
    std::scoped_lock both(from.mutex, to.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) { return a.balance() + b.balance(); }
