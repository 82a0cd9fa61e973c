// expect: passed
// output: 42\n
// A locked method calls a locked method.
#include <cstdio>
#include <mutex>
#include <thread>

class Account {
public:
    void deposit(int amount) {
        std::lock_guard lock(guard_);
        total_ += amount;
    }
    void deposit_twice(int amount) {
        std::lock_guard lock(guard_);
        deposit(amount);
        deposit(amount);
    }
    int total() {
        std::lock_guard lock(guard_);
        return total_;
    }

private:
    std::recursive_mutex guard_;
    int total_ = 0;
};

int main() {
    Account account;
    std::thread a([&] { account.deposit_twice(20); });
    std::thread b([&] { account.deposit_twice(1); });
    a.join();
    b.join();
    std::printf("%d\n", account.total());
}
