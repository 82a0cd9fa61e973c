// double_free.cpp: frees twice.
#include "hostile.hpp"

int add(int a, int b) {
    int* p = new int(1);
    delete p;
    delete p;
    return a + b;
}
