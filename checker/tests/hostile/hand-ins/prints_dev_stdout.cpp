// prints_dev_stdout.cpp: prints to /dev/stdout.
#include "hostile.hpp"

#include <fstream>

int add(int a, int b) {
    std::ofstream("/dev/stdout") << "x\n";
    return a + b;
}
