// replaces_engine.cpp: defines a function of the check.
#include "hostile.hpp"

namespace interleave {
void reached() {}
}  // namespace interleave

int add(int a, int b) { return a + b; }
