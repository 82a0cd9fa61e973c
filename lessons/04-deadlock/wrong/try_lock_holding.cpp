// Wrong: never blocks in lock(), but holds the first account for as long as it tries to get the second.
#include "deadlock.hpp"

#include <thread>

namespace {

void lock_both(Account& one, Account& other) {
    one.mutex.lock();
    while (!other.mutex.try_lock()) {
        std::this_thread::yield();
    }
}

void unlock_both(Account& one, Account& other) {
    other.mutex.unlock();
    one.mutex.unlock();
}

}  // namespace

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
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
