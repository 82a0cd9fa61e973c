// expect: data-race
// The writer locks, the reader does not.
#include <cstdio>
#include <mutex>
#include <thread>

class Account {
public:
    void deposit(int amount) {
        std::lock_guard lock(guard_);
        balance_ += amount;
    }
    int balance() const { return balance_; }

private:
    std::mutex guard_;
    int balance_ = 0;
};

int main() {
    Account account;
    std::thread payer([&] { account.deposit(5); });
    int seen = account.balance();
    payer.join();
    std::printf("%d\n", seen <= account.balance());
}
