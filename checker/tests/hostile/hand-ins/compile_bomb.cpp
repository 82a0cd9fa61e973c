// compile_bomb.cpp: 2^29 templates.
#include "hostile.hpp"

template <int n, unsigned path>
struct Tree {
    static constexpr int value = Tree<n - 1, path * 2>::value + Tree<n - 1, path * 2 + 1>::value;
};
template <unsigned path>
struct Tree<0, path> {
    static constexpr int value = 0;
};

int add(int a, int b) { return a + b + Tree<29, 1>::value; }
