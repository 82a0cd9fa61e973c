// freopen_stdout.cpp: opens standard output anew.
#include "hostile.hpp"

#include <cstdio>

int add(int a, int b) {
    (void)!std::freopen("/dev/null", "w", stdout);
    return a + b;
}
