// setsid.cpp: leaves its process group.
#include "hostile.hpp"

#include <unistd.h>

int add(int a, int b) {
    setsid();
    return a + b;
}
