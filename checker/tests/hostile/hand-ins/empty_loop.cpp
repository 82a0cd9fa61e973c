// empty_loop.cpp: an empty loop.
#include "hostile.hpp"

int add(int a, int b) {
    for (;;) {
    }
    return a + b;
}
