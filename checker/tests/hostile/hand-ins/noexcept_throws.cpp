// noexcept_throws.cpp: throws in a noexcept function.
#include "hostile.hpp"

int add(int a, int b) {
    []() noexcept { throw 5; }();
    return a + b;
}
