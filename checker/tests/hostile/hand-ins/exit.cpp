// exit.cpp: calls exit(0).
#include "hostile.hpp"

#include <cstdlib>

int add(int a, int b) {
    std::exit(0);
    return a + b;
}
