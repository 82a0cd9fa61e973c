// Wrong: locks once if both accounts are the same, but then only withdraws.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        std::lock_guard<std::mutex> lock(from.mutex);
        from.withdraw(amount);
        return;
    }
    std::scoped_lock both(from.mutex, to.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
