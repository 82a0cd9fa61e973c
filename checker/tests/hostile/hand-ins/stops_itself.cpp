// stops_itself.cpp: sends itself SIGSTOP.
#include "hostile.hpp"

#include <unistd.h>
#include <csignal>

int add(int a, int b) {
    kill(getpid(), SIGSTOP);
    return a + b;
}
