// reads_input.cpp: reads standard input for ever.
#include "hostile.hpp"

#include <unistd.h>

int add(int a, int b) {
    char c = 0;
    while (read(0, &c, 1) >= 0) {
    }
    return a + b;
}
