// daemon_in_constructor.cpp: leaves a daemon behind: a double fork and setsid.
#include "hostile.hpp"

#include <unistd.h>

namespace {
struct AtStart {
    AtStart() {
        if (fork() == 0) {
            setsid();
            if (fork() == 0)
                for (;;) pause();
            _exit(0);
        }
    }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
