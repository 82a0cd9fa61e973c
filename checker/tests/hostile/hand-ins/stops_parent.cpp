// stops_parent.cpp: stops its parent.
#include "hostile.hpp"

#include <unistd.h>
#include <csignal>

int add(int a, int b) {
    kill(getppid(), SIGSTOP);
    return a + b;
}
