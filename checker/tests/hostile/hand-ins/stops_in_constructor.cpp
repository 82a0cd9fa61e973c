// stops_in_constructor.cpp: a constructor sends SIGSTOP.
#include "hostile.hpp"

#include <unistd.h>
#include <csignal>

namespace {
struct AtStart {
    AtStart() { kill(getpid(), SIGSTOP); }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
