// system_in_constructor.cpp: a constructor starts a shell in the background.
#include "hostile.hpp"

#include <cstdlib>

namespace {
struct AtStart {
    AtStart() { (void)!std::system("sleep 1000 &"); }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
