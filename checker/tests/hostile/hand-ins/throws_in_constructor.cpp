// throws_in_constructor.cpp: a constructor of a global throws.
#include "hostile.hpp"

namespace {
struct AtStart {
    AtStart() { throw 5; }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
