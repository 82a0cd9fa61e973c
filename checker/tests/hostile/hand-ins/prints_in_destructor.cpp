// prints_in_destructor.cpp: prints in the destructor of a global.
#include "hostile.hpp"

#include <cstdio>

namespace {
struct AtEnd {
    ~AtEnd() { std::puts("late"); }
} at_end;
}  // namespace

int add(int a, int b) { return a + b; }
