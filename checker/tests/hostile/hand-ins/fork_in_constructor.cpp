// fork_in_constructor.cpp: leaves a process behind that a constructor forked.
#include "hostile.hpp"

#include <unistd.h>

namespace {
struct AtStart {
    AtStart() {
        if (fork() == 0)
            for (;;) pause();
    }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
