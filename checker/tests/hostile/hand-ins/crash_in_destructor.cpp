// crash_in_destructor.cpp: a destructor of a global crashes.
#include "hostile.hpp"

namespace {
struct AtEnd {
    ~AtEnd() { *static_cast<volatile int*>(nullptr) = 1; }
} at_end;
}  // namespace

int add(int a, int b) { return a + b; }
