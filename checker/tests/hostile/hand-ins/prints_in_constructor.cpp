// prints_in_constructor.cpp: prints in the constructor of a global.
#include "hostile.hpp"

#include <cstdio>

namespace {
struct AtStart {
    AtStart() { std::puts("early"); }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
