// Wrong: transfer takes both locks in one step, total one after the other. No transfer can close a circle with it,
// since std::scoped_lock lets go again; but two totals can, if their arguments are the other way round.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
    std::scoped_lock both(from.mutex, to.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::lock_guard<std::mutex> lock_a(a.mutex);
    std::lock_guard<std::mutex> lock_b(b.mutex);
    return a.balance() + b.balance();
}
