// infinite_recursion.cpp: recursion without end.
#include "hostile.hpp"

static int endless(int n) { return n + endless(n + 1); }

int add(int a, int b) {
    return endless(a) + b;
    return a + b;
}
