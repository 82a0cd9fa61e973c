// Right: everybody locks the lower address first; one account is locked once.
#include "deadlock.hpp"

#include <functional>

namespace {

void lock_both(Account& one, Account& other) {
    if (&one == &other) {
        one.mutex.lock();
    } else if (std::less<Account*>()(&one, &other)) {
        one.mutex.lock();
        other.mutex.lock();
    } else {
        other.mutex.lock();
        one.mutex.lock();
    }
}

void unlock_both(Account& one, Account& other) {
    one.mutex.unlock();
    if (&one != &other) {
        other.mutex.unlock();
    }
}

}  // namespace

void transfer(Account& from, Account& to, int amount) {
    lock_both(from, to);
    from.withdraw(amount);
    to.deposit(amount);
    unlock_both(from, to);
}

int total(Account& a, Account& b) {
    lock_both(a, b);
    int sum = a.balance() + b.balance();
    unlock_both(a, b);
    return sum;
}
