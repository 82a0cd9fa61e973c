// flood_stdout.cpp: prints without end.
#include "hostile.hpp"

#include <cstdio>

int add(int a, int b) {
    for (;;) std::puts("a line that is printed for ever");
    return a + b;
}
