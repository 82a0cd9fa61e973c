// prints_unlocked.cpp: prints by the unlocked functions.
#include "hostile.hpp"

#include <cstdio>

int add(int a, int b) {
    fputs_unlocked("x\n", stdout);
    return a + b;
}
