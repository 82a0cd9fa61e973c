// defines_start.cpp: defines __libc_start_main.
#include "hostile.hpp"

extern "C" int __libc_start_main(...) { return 0; }

int add(int a, int b) { return a + b; }
