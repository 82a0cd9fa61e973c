// no_sanitize.cpp: switches instrumentation off.
#include "hostile.hpp"

__attribute__((no_sanitize("thread"))) int add(int a, int b) { return a + b; }
