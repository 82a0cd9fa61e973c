// abort.cpp: calls abort().
#include "hostile.hpp"

#include <cstdlib>

int add(int a, int b) {
    std::abort();
    return a + b;
}
