// own_test_case.cpp: has a test case of its own.
#include "hostile.hpp"

#include <doctest/doctest.h>

int add(int a, int b) { return a + b; }

TEST_CASE("mine") { CHECK(add(1, 1) == 2); }
