// check.cpp: two threads add.
#include "hostile.hpp"

#include <interleave/interleave.hpp>

#include <thread>

INTERLEAVED_TEST_CASE("two threads add") {
    int one = 0;
    std::thread other([&] { one = add(1, 2); });
    const int two = add(2, 3);
    other.join();
    CHECK(one == 3);
    CHECK(two == 5);
}

INTERLEAVED_TEST_CASE("one thread adds") { CHECK(add(3, 4) == 7); }

INTERLEAVED_TEST_CASE("nothing is added") { CHECK(add(0, 0) == 0); }
