// reads_pipe.cpp: reads a pipe that nobody writes.
#include "hostile.hpp"

#include <unistd.h>

int add(int a, int b) {
    int ends[2];
    char c = 0;
    if (pipe(ends) == 0) (void)!read(ends[0], &c, 1);
    return a + b;
}
