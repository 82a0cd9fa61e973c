// flood_stderr.cpp: prints to standard error without end.
#include "hostile.hpp"

#include <cstdio>

int add(int a, int b) {
    for (;;) std::fputs("a line that is printed for ever\n", stderr);
    return a + b;
}
