// deadlock.cpp: moves money between accounts while other threads do the same.
// Every transfer must end: in both directions at once, in a circle, and from an account to itself. Money is never lost,
// nor missing on the way. Transfers between different accounts must be able to run at the same time.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    // TODO: who can wait for whom here? And what if both are the same account?
    std::lock_guard<std::mutex> lock_from(from.mutex);
    std::lock_guard<std::mutex> lock_to(to.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    // TODO: the same question.
    std::lock_guard<std::mutex> lock_a(a.mutex);
    std::lock_guard<std::mutex> lock_b(b.mutex);
    return a.balance() + b.balance();
}
