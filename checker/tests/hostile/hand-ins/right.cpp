// right.cpp: nothing hostile at all.
#include "hostile.hpp"
int add(int a, int b) { return a + b; }
