// throws_int.cpp: throws an int.
#include "hostile.hpp"

int add(int a, int b) {
    throw 5;
    return a + b;
}
