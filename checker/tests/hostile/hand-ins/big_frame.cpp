// big_frame.cpp: a stack frame of 64 MiB.
#include "hostile.hpp"

int add(int a, int b) {
    volatile char big[64 << 20];
    for (unsigned i = 0; i < sizeof big; i += 4096) big[i] = 1;
    a += big[0] - 1;
    return a + b;
}
