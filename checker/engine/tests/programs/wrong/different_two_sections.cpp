// expect: nondeterministic
// outputs: balance 0\n || balance -10\n
// The balance is tested in one critical section and changed in another.
#include <cstdio>
#include <mutex>
#include <thread>

class Account {
public:
    int balance() const {
        std::lock_guard lock(guard_);
        return balance_;
    }
    void change(int amount) {
        std::lock_guard lock(guard_);
        balance_ += amount;
    }

private:
    mutable std::mutex guard_;
    int balance_ = 10;
};

int main() {
    Account account;
    auto withdraw = [&] {
        if (account.balance() >= 10) account.change(-10);
    };
    std::thread a(withdraw), b(withdraw);
    a.join();
    b.join();
    std::printf("balance %d\n", account.balance());
}
