// defines_malloc.cpp: defines malloc.
#include "hostile.hpp"

#include <cstdlib>

extern "C" void* malloc(std::size_t) noexcept { return nullptr; }

int add(int a, int b) { return a + b; }
