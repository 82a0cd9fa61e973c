// transfer.cpp: moves a coin, while others move theirs.
#include "transfer.hpp"

void transfer(Account& from, Account& to) {
    const std::scoped_lock both(from.mutex, to.mutex);
    --from.balance;
    ++to.balance;
}
