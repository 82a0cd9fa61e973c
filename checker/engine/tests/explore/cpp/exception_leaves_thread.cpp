// expect: exception|terminate
// about: the second withdrawal throws, and nobody catches
#include <mutex>
#include <stdexcept>
#include <thread>
std::mutex mutex;
int balance = 100;
void withdraw(int amount) {
    std::lock_guard lock(mutex);
    if (balance < amount) throw std::runtime_error("not enough money");
    balance -= amount;
}
int main() {
    std::thread a(withdraw, 80), b(withdraw, 80);
    a.join();
    b.join();
}
