// null_pointer.cpp: writes through a null pointer.
#include "hostile.hpp"

int add(int a, int b) {
    *static_cast<volatile int*>(nullptr) = a;
    return a + b;
}
