// transfer.hpp: given. What transfer.cpp provides.
#pragma once

#include <mutex>

struct Account {
    std::mutex mutex;
    int balance = 10;
};

// Moves one coin. Every call ends.
void transfer(Account& from, Account& to);
