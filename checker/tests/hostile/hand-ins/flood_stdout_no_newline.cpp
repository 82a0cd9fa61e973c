// flood_stdout_no_newline.cpp: prints without end and without a line break.
#include "hostile.hpp"

#include <iostream>

int add(int a, int b) {
    for (;;) std::cout << "again ";
    return a + b;
}
