// wild_jump.cpp: jumps to nowhere.
#include "hostile.hpp"

int add(int a, int b) {
    reinterpret_cast<void (*)()>(7)();
    return a + b;
}
