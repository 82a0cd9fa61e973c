// template_bomb.cpp: templates without end.
#include "hostile.hpp"

template <int n>
struct Deep {
    static constexpr int value = Deep<n + 1>::value + Deep<n + 2>::value;
};

int add(int a, int b) { return a + b + Deep<0>::value; }
