// system_in_background.cpp: starts a shell in the background.
#include "hostile.hpp"

#include <cstdlib>

int add(int a, int b) {
    (void)!std::system("sleep 1000 &");
    return a + b;
}
