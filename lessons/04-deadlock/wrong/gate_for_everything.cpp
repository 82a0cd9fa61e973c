// Wrong: a semaphore with one permit around both locks. No circle, but strangers wait for each other: it is one lock
// for the whole bank.
#include "deadlock.hpp"

#include <semaphore>

namespace {

std::binary_semaphore gate{1};

}  // namespace

void transfer(Account& from, Account& to, int amount) {
    gate.acquire();
    if (&from != &to) {
        std::scoped_lock both(from.mutex, to.mutex);
        from.withdraw(amount);
        to.deposit(amount);
    }
    gate.release();
}

int total(Account& a, Account& b) {
    std::scoped_lock both(a.mutex, b.mutex);
    return a.balance() + b.balance();
}
