// prints_in_constructor_cout.cpp: the same by std::cout.
#include "hostile.hpp"

#include <iostream>

namespace {
struct AtStart {
    AtStart() { std::cout << "early\n"; }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
