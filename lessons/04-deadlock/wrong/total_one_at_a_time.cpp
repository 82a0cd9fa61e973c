// Wrong: the two balances that total() adds are those of two different moments.
#include "deadlock.hpp"

namespace {

int balance_of(Account& account) {
    std::lock_guard<std::mutex> lock(account.mutex);
    return account.balance();
}

}  // namespace

void transfer(Account& from, Account& to, int amount) {
    if (&from != &to) {
        std::scoped_lock both(from.mutex, to.mutex);
        from.withdraw(amount);
        to.deposit(amount);
    }
}

int total(Account& a, Account& b) { return balance_of(a) + balance_of(b); }
