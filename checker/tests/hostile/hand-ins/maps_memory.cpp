// maps_memory.cpp: maps far too much.
#include "hostile.hpp"

#include <sys/mman.h>

int add(int a, int b) {
    (void)mmap(nullptr, 1UL << 44, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return a + b;
}
