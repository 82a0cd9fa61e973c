// Wrong: never holds two locks, so there is no cycle; but between the two blocks the money is nowhere.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    {
        std::lock_guard<std::mutex> lock(from.mutex);
        from.withdraw(amount);
    }
    {
        std::lock_guard<std::mutex> lock(to.mutex);
        to.deposit(amount);
    }
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
