// _exit.cpp: calls _exit(0).
#include "hostile.hpp"

#include <unistd.h>

int add(int a, int b) {
    _exit(0);
    return a + b;
}
