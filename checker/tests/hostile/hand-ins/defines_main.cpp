// defines_main.cpp: has a main().
#include "hostile.hpp"

int add(int a, int b) { return a + b; }

int main() {}
