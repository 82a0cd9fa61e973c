// dup2_over_stdout.cpp: puts /dev/null over standard output.
#include "hostile.hpp"

#include <fcntl.h>
#include <unistd.h>

int add(int a, int b) {
    const int null = open("/dev/null", O_WRONLY);
    dup2(null, 1);
    close(null);
    return a + b;
}
