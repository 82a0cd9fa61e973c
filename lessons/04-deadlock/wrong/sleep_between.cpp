// Wrong: waits a moment that depends on the account, and hopes that the other transfer is over by then.
#include "deadlock.hpp"

#include <chrono>
#include <thread>

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(from.number()));
    std::lock_guard<std::mutex> lock_from(from.mutex);
    std::lock_guard<std::mutex> lock_to(to.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
