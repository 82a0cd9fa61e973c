// Wrong: takes both locks at once, but a transfer from an account to itself takes the same lock twice.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    std::scoped_lock both(from.mutex, to.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
