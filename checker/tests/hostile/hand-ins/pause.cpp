// pause.cpp: waits for a signal.
#include "hostile.hpp"

#include <unistd.h>

int add(int a, int b) {
    pause();
    return a + b;
}
