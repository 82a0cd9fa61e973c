// blocks_signals.cpp: blocks all signals and loops.
#include "hostile.hpp"

#include <csignal>

int add(int a, int b) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, nullptr);
    for (;;) {
    }
    return a + b;
}
