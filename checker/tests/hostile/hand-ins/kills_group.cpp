// kills_group.cpp: kills its process group.
#include "hostile.hpp"

#include <csignal>

int add(int a, int b) {
    kill(0, SIGKILL);
    return a + b;
}
