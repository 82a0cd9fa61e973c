// loop_in_destructor.cpp: a destructor of a global loops.
#include "hostile.hpp"

namespace {
struct AtEnd {
    ~AtEnd() {
        for (;;) {
        }
    }
} at_end;
}  // namespace

int add(int a, int b) { return a + b; }
