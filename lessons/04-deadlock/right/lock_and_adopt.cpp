// Right: std::lock takes both, the lock_guards only see to it that they are released.
#include "deadlock.hpp"

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        std::lock_guard<std::mutex> lock(from.mutex);
        from.withdraw(amount);
        from.deposit(amount);
        return;
    }
    std::lock(from.mutex, to.mutex);
    std::lock_guard<std::mutex> lock_from(from.mutex, std::adopt_lock);
    std::lock_guard<std::mutex> lock_to(to.mutex, std::adopt_lock);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::lock(a.mutex, b.mutex);
    std::lock_guard<std::mutex> lock_a(a.mutex, std::adopt_lock);
    std::lock_guard<std::mutex> lock_b(b.mutex, std::adopt_lock);
    return a.balance() + b.balance();
}
