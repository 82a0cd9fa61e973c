// main.cpp: two threads move money in opposite directions; the sum of both accounts must stay 200.
#include "deadlock.hpp"

#include <iostream>
#include <thread>

int main() {
    Account a(1, 100);
    Account b(2, 100);

    std::thread there([&] { transfer(a, b, 30); });
    std::thread back([&] { transfer(b, a, 10); });
    there.join();
    back.join();

    std::cout << "total " << total(a, b) << "\n";
}
