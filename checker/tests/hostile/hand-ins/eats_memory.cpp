// eats_memory.cpp: allocates without end.
#include "hostile.hpp"

#include <cstdlib>
#include <cstring>

int add(int a, int b) {
    for (;;) std::memset(std::malloc(1 << 20), 1, 1 << 20);
    return a + b;
}
