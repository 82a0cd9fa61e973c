// Wrong: the order is right, but a transfer from an account to itself locks its mutex twice.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    Account& first = from.number() < to.number() ? from : to;
    Account& second = from.number() < to.number() ? to : from;
    std::lock_guard<std::mutex> lock_first(first.mutex);
    std::lock_guard<std::mutex> lock_second(second.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    Account& first = a.number() < b.number() ? a : b;
    Account& second = a.number() < b.number() ? b : a;
    std::lock_guard<std::mutex> lock_first(first.mutex);
    std::lock_guard<std::mutex> lock_second(second.mutex);
    return a.balance() + b.balance();
}
