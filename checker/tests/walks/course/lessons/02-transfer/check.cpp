// check.cpp: what is tested.
#include <interleave/interleave.hpp>
#include <thread>

#include "transfer.hpp"

INTERLEAVED_TEST_CASE("transfers in opposite directions both end") {
    Account a, b;
    std::thread there([&] { transfer(a, b); });
    std::thread back([&] { transfer(b, a); });
    there.join();
    back.join();
    CHECK(a.balance == 10);
}

INTERLEAVED_TEST_CASE("one transfer moves one coin") {
    Account a, b;
    transfer(a, b);
    CHECK(b.balance == 11);
}
