// prints_writev.cpp: prints by writev().
#include "hostile.hpp"

#include <sys/uio.h>

int add(int a, int b) {
    char text[] = "x\n";
    const iovec part{text, 2};
    (void)!writev(1, &part, 1);
    return a + b;
}
