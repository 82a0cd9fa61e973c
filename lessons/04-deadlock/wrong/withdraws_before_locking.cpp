// Wrong: "only the deposit needs care": the withdrawal comes before the locks.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    from.withdraw(amount);
    if (&from == &to) {
        from.deposit(amount);
        return;
    }
    std::scoped_lock both(from.mutex, to.mutex);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
