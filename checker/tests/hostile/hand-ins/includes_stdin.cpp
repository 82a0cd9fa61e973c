// includes_stdin.cpp: includes /dev/stdin.
#include "/dev/stdin"
#include "hostile.hpp"

int add(int a, int b) { return a + b; }
