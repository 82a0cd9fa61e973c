// global_loop.cpp: a loop that changes a global.
#include "hostile.hpp"

static unsigned long count = 0;

int add(int a, int b) {
    for (;;) ++count;
    return a + b;
}
