// ignores_signals.cpp: ignores all signals and loops.
#include "hostile.hpp"

#include <csignal>

int add(int a, int b) {
    for (int i = 1; i < 65; ++i) std::signal(i, SIG_IGN);
    for (;;) {
    }
    return a + b;
}
