// maps_without_end.cpp: maps and touches without end.
#include "hostile.hpp"

#include <sys/mman.h>
#include <cstdlib>

int add(int a, int b) {
    for (;;) {
        void* p = mmap(nullptr, 1 << 24, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (p == MAP_FAILED) std::abort();
        *static_cast<volatile char*>(p) = 1;
    }
    return a + b;
}
