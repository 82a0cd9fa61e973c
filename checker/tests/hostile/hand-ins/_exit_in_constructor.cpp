// _exit_in_constructor.cpp: a constructor calls _exit(0).
#include "hostile.hpp"

#include <unistd.h>

namespace {
struct AtStart {
    AtStart() { _exit(0); }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
