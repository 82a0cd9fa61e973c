// closes_descriptors.cpp: closes all descriptors.
#include "hostile.hpp"

#include <unistd.h>

int add(int a, int b) {
    for (int i = 0; i < 1024; ++i) close(i);
    return a + b;
}
