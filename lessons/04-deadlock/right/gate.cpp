// Right: who collects two locks does so alone, behind the gate; who has them works without the gate.
#include "deadlock.hpp"

namespace {

std::mutex gate;

class Both {
public:
    Both(Account& one, Account& other) : one_(one.mutex, std::defer_lock), other_(other.mutex, std::defer_lock) {
        std::lock_guard<std::mutex> alone(gate);
        one_.lock();
        other_.lock();
    }

private:
    std::unique_lock<std::mutex> one_;
    std::unique_lock<std::mutex> other_;
};

}  // namespace

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
    Both both(from, to);
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    Both both(a, b);
    return a.balance() + b.balance();
}
