// flood_write.cpp: prints by write() without end.
#include "hostile.hpp"

#include <unistd.h>

int add(int a, int b) {
    for (;;) (void)!write(1, "0123456789", 10);
    return a + b;
}
