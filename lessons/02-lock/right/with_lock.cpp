// with_lock.cpp: one function that runs any piece of work under a lock.
#include "lock.hpp"

namespace {

template <class Act>
auto with(std::mutex& mutex, Act act) {
    const std::lock_guard guard(mutex);
    return act();
}

}  // namespace

void Printer::print(const std::vector<std::string>& block) {
    with(mutex_, [&] {
        for (const std::string& text : block) {
            stream_.line(text);
        }
    });
}

int Account::balance() const {
    return with(mutex_, [&] { return balance_; });
}

void Account::deposit(int amount) {
    with(mutex_, [&] { balance_ += amount; });
}

bool Account::withdraw(int amount) {
    return with(mutex_, [&] {
        const int rest = balance_ - amount;
        if (rest >= 0) {
            balance_ = rest;
        }
        return rest >= 0;
    });
}
