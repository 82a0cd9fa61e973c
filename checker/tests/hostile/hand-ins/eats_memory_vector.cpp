// eats_memory_vector.cpp: a vector that grows without end.
#include "hostile.hpp"

#include <vector>

int add(int a, int b) {
    std::vector<int> v;
    for (;;) v.push_back(1);
    return a + b;
}
