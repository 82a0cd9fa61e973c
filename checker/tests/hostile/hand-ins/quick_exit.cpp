// quick_exit.cpp: calls quick_exit(0).
#include "hostile.hpp"

#include <cstdlib>

int add(int a, int b) {
    std::quick_exit(0);
    return a + b;
}
