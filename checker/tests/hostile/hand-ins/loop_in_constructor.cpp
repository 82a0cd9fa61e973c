// loop_in_constructor.cpp: a constructor loops.
#include "hostile.hpp"

namespace {
struct AtStart {
    AtStart() {
        for (;;) {
        }
    }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
