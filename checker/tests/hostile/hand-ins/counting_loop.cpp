// counting_loop.cpp: a loop that counts.
#include "hostile.hpp"

int add(int a, int b) {
    volatile unsigned long count = 0;
    for (;;) count = count + 1;
    return a + b;
}
