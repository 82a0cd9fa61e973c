// constexpr_loop.cpp: a loop without end while it is compiled.
#include "hostile.hpp"

constexpr int endless() {
    int n = 0;
    while (true) n = (n + 1) % 1000;
    return n;
}
static_assert(endless() == 0);

int add(int a, int b) { return a + b; }
