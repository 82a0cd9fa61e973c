// includes_zero.cpp: includes /dev/zero.
#include "/dev/zero"
#include "hostile.hpp"

int add(int a, int b) { return a + b; }
