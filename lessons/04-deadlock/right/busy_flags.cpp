// Right: a monitor in which accounts are marked as busy: whoever finds both free marks both, then works outside of it.
#include "deadlock.hpp"

#include <condition_variable>
#include <set>

namespace {

std::mutex mutex;
std::condition_variable freed;
std::set<int> busy;

class Both {
public:
    Both(int one, int other) : one_(one), other_(other) {
        std::unique_lock<std::mutex> lock(mutex);
        freed.wait(lock, [&] { return !busy.contains(one) && !busy.contains(other); });
        busy.insert({one, other});
    }
    ~Both() {
        std::lock_guard<std::mutex> lock(mutex);
        busy.erase(one_);
        busy.erase(other_);
        freed.notify_all();
    }
    Both(const Both&) = delete;
    Both& operator=(const Both&) = delete;

private:
    int one_;
    int other_;
};

}  // namespace

void transfer(Account& from, Account& to, int amount) {
    Both both(from.number(), to.number());
    from.withdraw(amount);
    to.deposit(amount);
}

int total(Account& a, Account& b) {
    Both both(a.number(), b.number());
    return a.balance() + b.balance();
}
