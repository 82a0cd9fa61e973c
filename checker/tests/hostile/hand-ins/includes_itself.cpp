// includes_itself.cpp: includes itself without end.
#include "includes_itself.cpp"
#include "hostile.hpp"

int add(int a, int b) { return a + b; }
