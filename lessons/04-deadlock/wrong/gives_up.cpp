// Wrong: if the other account is busy, it goes home without having moved any money.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
    std::lock_guard<std::mutex> lock_from(from.mutex);
    if (!to.mutex.try_lock()) {
        return;
    }
    from.withdraw(amount);
    to.deposit(amount);
    to.mutex.unlock();
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
