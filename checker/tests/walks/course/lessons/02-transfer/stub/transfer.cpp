// transfer.cpp: moves a coin, while others move theirs.
#include "transfer.hpp"

void transfer(Account& from, Account& to) {
    from.mutex.lock();
    to.mutex.lock();  // TODO: who waits for whom?
    --from.balance;
    ++to.balance;
    to.mutex.unlock();
    from.mutex.unlock();
}
