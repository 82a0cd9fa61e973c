// unmaps_everything.cpp: unmaps all memory.
#include "hostile.hpp"

#include <sys/mman.h>

int add(int a, int b) {
    for (unsigned long at = 1UL << 12; at < 1UL << 47; at += 1UL << 32) munmap(reinterpret_cast<void*>(at), 1UL << 32);
    return a + b;
}
