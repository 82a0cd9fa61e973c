// exit_in_constructor.cpp: a constructor calls exit(0).
#include "hostile.hpp"

#include <cstdlib>

namespace {
struct AtStart {
    AtStart() { std::exit(0); }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
