// kills_parent.cpp: kills its parent.
#include "hostile.hpp"

#include <unistd.h>
#include <csignal>

int add(int a, int b) {
    kill(getppid(), SIGKILL);
    return a + b;
}
