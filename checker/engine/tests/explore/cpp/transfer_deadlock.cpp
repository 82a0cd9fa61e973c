// expect: deadlock
// about: money moves both ways, each transfer locks the source first
#include <mutex>
#include <thread>
struct Account {
    std::mutex mutex;
    int balance = 100;
};
void transfer(Account& from, Account& to, int amount) {
    std::lock_guard first(from.mutex);
    std::lock_guard second(to.mutex);
    from.balance -= amount;
    to.balance += amount;
}
int main() {
    Account a, b;
    std::thread there([&] { transfer(a, b, 10); }), back([&] { transfer(b, a, 20); });
    there.join();
    back.join();
}
