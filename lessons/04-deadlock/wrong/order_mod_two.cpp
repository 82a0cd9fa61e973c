// Wrong: "even before odd" is no order for two accounts that are both odd: then the arguments decide.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
    bool swapped = from.number() % 2 > to.number() % 2;
    Account& first = swapped ? to : from;
    Account& second = swapped ? from : to;
    std::lock_guard<std::mutex> lock_first(first.mutex);
    std::lock_guard<std::mutex> lock_second(second.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
