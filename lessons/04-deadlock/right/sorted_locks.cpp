// Right: collects the accounts of a call, each once, and locks them in the order of their numbers.
#include "deadlock.hpp"

#include <algorithm>
#include <vector>

namespace {

class AllLocked {
public:
    explicit AllLocked(std::vector<Account*> accounts) {
        std::sort(accounts.begin(), accounts.end(),
                  [](const Account* a, const Account* b) { return a->number() < b->number(); });
        accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
        for (Account* account : accounts) {
            locks_.emplace_back(account->mutex);
        }
    }

private:
    std::vector<std::unique_lock<std::mutex>> locks_;
};

}  // namespace

void transfer(Account& from, Account& to, int amount) {
    AllLocked locked({&from, &to});
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    AllLocked locked({&a, &b});
    return a.balance() + b.balance();
}
