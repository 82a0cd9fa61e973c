// prints_at_exit.cpp: prints in a function given to atexit().
#include "hostile.hpp"

#include <cstdio>
#include <cstdlib>

int add(int a, int b) {
    static const int once = std::atexit([] { std::puts("late"); });
    (void)once;
    return a + b;
}
