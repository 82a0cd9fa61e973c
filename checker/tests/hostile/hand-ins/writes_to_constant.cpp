// writes_to_constant.cpp: writes to read-only memory.
#include "hostile.hpp"

int add(int a, int b) {
    const_cast<char*>("constant")[0] = 1;
    return a + b;
}
