// expect: deadlock|misuse
// A locked method calls a locked method of a plain mutex.
#include <cstdio>
#include <mutex>
#include <thread>

struct Account {
    std::mutex guard;
    int total = 0;
    void add(int amount) {
        std::lock_guard lock(guard);
        total += amount;
    }
    void add_twice(int amount) {
        std::lock_guard lock(guard);
        add(amount);
        add(amount);
    }
};

int main() {
    Account account;
    std::thread worker([&] { account.add_twice(2); });
    worker.join();
    std::printf("%d\n", account.total);
}
