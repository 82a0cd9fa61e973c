// defines_tsan_hook.cpp: defines a hook of the checker.
#include "hostile.hpp"

extern "C" void __tsan_write4(void*) {}

int add(int a, int b) { return a + b; }
