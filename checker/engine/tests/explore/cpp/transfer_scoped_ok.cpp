// expect: passed
// output: 110 90\n
// about: both locks at once
#include <iostream>
#include <mutex>
#include <thread>
struct Account {
    std::mutex mutex;
    int balance = 100;
};
void transfer(Account& from, Account& to, int amount) {
    std::scoped_lock both(from.mutex, to.mutex);
    from.balance -= amount;
    to.balance += amount;
}
int main() {
    Account a, b;
    std::thread there([&] { transfer(a, b, 10); }), back([&] { transfer(b, a, 20); });
    there.join();
    back.join();
    std::cout << a.balance << ' ' << b.balance << '\n';
}
