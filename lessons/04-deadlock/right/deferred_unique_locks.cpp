// Right: unique_locks that begin unlocked, locked together.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    if (from.number() == to.number()) {
        return;
    }
    std::unique_lock<std::mutex> lock_from(from.mutex, std::defer_lock);
    std::unique_lock<std::mutex> lock_to(to.mutex, std::defer_lock);
    std::lock(lock_from, lock_to);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::unique_lock<std::mutex> lock_a(a.mutex, std::defer_lock);
    std::unique_lock<std::mutex> lock_b(b.mutex, std::defer_lock);
    std::lock(lock_b, lock_a);
    return a.balance() + b.balance();
}
