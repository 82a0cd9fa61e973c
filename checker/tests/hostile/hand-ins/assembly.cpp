// assembly.cpp: adds in assembly.
#include "hostile.hpp"

int add(int a, int b) {
    asm volatile("addl $0, %0" : "+r"(a));
    return a + b;
}
