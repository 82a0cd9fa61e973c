// pragma_optimize.cpp: is optimised.
#pragma GCC optimize("O3")
#include "hostile.hpp"

int add(int a, int b) { return a + b; }
