// expect: deadlock|misuse
// A transfer from an account to itself locks one mutex twice.
#include <cstdio>
#include <mutex>

struct Account {
    std::mutex guard;
    int balance = 100;
};

static void transfer(Account& from, Account& to) {
    std::lock_guard first(from.guard);
    std::lock_guard second(to.guard);
    --from.balance;
    ++to.balance;
}

int main() {
    Account account;
    transfer(account, account);
    std::printf("%d\n", account.balance);
}
