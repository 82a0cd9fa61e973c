// ptrace.cpp: has itself traced.
#include "hostile.hpp"

#include <sys/ptrace.h>

int add(int a, int b) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    return a + b;
}
