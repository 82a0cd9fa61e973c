// class_operator_new.cpp: a class with its own operator new.
#include "hostile.hpp"

#include <cstdlib>

struct Sum {
    int value = 0;
    static void* operator new(std::size_t size) { return std::malloc(size); }
    static void operator delete(void* memory) { std::free(memory); }
};

int add(int a, int b) {
    Sum* sum = new Sum{a + b};
    const int value = sum->value;
    delete sum;
    return value;
}
