// raises_segv.cpp: sends itself SIGSEGV.
#include "hostile.hpp"

#include <unistd.h>
#include <csignal>

int add(int a, int b) {
    kill(getpid(), SIGSEGV);
    return a + b;
}
