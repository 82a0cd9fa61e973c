// terminate.cpp: calls std::terminate().
#include "hostile.hpp"

#include <exception>

int add(int a, int b) {
    std::terminate();
    return a + b;
}
