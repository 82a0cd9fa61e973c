// loop_at_exit.cpp: a function given to atexit() loops.
#include "hostile.hpp"

#include <cstdlib>

int add(int a, int b) {
    static const int once = std::atexit([] {
        for (;;) {
        }
    });
    (void)once;
    return a + b;
}
