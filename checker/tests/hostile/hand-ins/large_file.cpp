// large_file.cpp: writes a file without end.
#include "hostile.hpp"

#include <fstream>
#include <string>

int add(int a, int b) {
    std::ofstream file("large");
    const std::string block(1 << 20, 'x');
    while (file << block << std::flush) {
    }
    throw 1;
    return a + b;
}
