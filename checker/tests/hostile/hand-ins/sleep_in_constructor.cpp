// sleep_in_constructor.cpp: a constructor sleeps.
#include "hostile.hpp"

#include <unistd.h>

namespace {
struct AtStart {
    AtStart() { sleep(1000000); }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
