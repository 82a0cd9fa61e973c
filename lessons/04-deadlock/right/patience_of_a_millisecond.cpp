// Right: waits a millisecond for the second lock, and gives the first one back if it does not come.
#include "deadlock.hpp"

#include <pthread.h>
#include <time.h>

namespace {

bool locked_within_a_millisecond(std::mutex& mutex) {
    timespec until{};
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 1'000'000;
    if (until.tv_nsec >= 1'000'000'000) {
        until.tv_nsec -= 1'000'000'000;
        ++until.tv_sec;
    }
    return pthread_mutex_timedlock(mutex.native_handle(), &until) == 0;
}

void lock_both(Account& a, Account& b) {
    for (;;) {
        a.mutex.lock();
        if (locked_within_a_millisecond(b.mutex)) {
            return;
        }
        a.mutex.unlock();
    }
}

void unlock_both(Account& a, Account& b) {
    a.mutex.unlock();
    b.mutex.unlock();
}

}  // namespace

void transfer(Account& from, Account& to, int amount) {
    if (&from == &to) {
        return;
    }
    lock_both(from, to);
    from.withdraw(amount);
    to.deposit(amount);
    unlock_both(from, to);
}

int total(Account& a, Account& b) {
    lock_both(a, b);
    const int sum = a.balance() + b.balance();
    unlock_both(a, b);
    return sum;
}
