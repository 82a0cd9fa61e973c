// Wrong: transfer() locks the smaller number first, total() whatever comes first in its arguments.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    if (from.number() == to.number()) {
        return;
    }
    Account& first = from.number() < to.number() ? from : to;
    Account& second = from.number() < to.number() ? to : from;
    std::lock_guard<std::mutex> lock_first(first.mutex);
    std::lock_guard<std::mutex> lock_second(second.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::lock_guard<std::mutex> lock_a(a.mutex);
    std::lock_guard<std::mutex> lock_b(b.mutex);
    return a.balance() + b.balance();
}
