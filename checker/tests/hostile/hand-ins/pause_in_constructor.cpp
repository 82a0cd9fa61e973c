// pause_in_constructor.cpp: a constructor waits.
#include "hostile.hpp"

#include <unistd.h>

namespace {
struct AtStart {
    AtStart() { pause(); }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
