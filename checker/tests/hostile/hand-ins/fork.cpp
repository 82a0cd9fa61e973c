// fork.cpp: forks.
#include "hostile.hpp"

#include <unistd.h>

int add(int a, int b) {
    if (fork() == 0) _exit(0);
    return a + b;
}
