// Wrong: total reads a, then b, then a again, until a has not changed: it may have changed and changed back.
#include "deadlock.hpp"

namespace {

int look_at(Account& account) {
    std::lock_guard<std::mutex> lock(account.mutex);
    return account.balance();
}

}  // namespace

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
    std::scoped_lock both(from.mutex, to.mutex);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    for (;;) {
        const int before = look_at(a);
        const int other = look_at(b);
        if (look_at(a) == before) {
            return before + other;
        }
    }
}
