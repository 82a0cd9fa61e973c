// deadlock.cpp: moves money between accounts while other threads do the same.
// Every transfer must end: in both directions at once, in a circle, and from an account to itself. Money is never lost,
// nor missing on the way. Transfers between different accounts must be able to run at the same time.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    // Nothing moves. Without this test, the thread would wait for a lock that it holds itself: the smallest cycle.
    if (&from == &to) {
        return;
    }
    // Takes both or none: nobody waits for one account while holding the other, so there is no cycle.
    std::scoped_lock both(from.mutex, to.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
