// raises_kill.cpp: kills itself.
#include "hostile.hpp"

#include <unistd.h>
#include <csignal>

int add(int a, int b) {
    kill(getpid(), SIGKILL);
    return a + b;
}
