// pause_in_destructor.cpp: a destructor of a global waits.
#include "hostile.hpp"

#include <unistd.h>

namespace {
struct AtEnd {
    ~AtEnd() { pause(); }
} at_end;
}  // namespace

int add(int a, int b) { return a + b; }
