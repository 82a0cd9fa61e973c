// crash_in_constructor.cpp: a constructor crashes.
#include "hostile.hpp"

namespace {
struct AtStart {
    AtStart() { *static_cast<volatile int*>(nullptr) = 1; }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
