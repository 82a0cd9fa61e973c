// prints_proc_self_fd.cpp: prints to /proc/self/fd/1.
#include "hostile.hpp"

#include <fstream>

int add(int a, int b) {
    std::ofstream("/proc/self/fd/1") << "x\n";
    return a + b;
}
