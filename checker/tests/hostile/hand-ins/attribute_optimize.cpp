// attribute_optimize.cpp: is optimised by an attribute.
#include "hostile.hpp"

__attribute__((optimize("O3"))) int add(int a, int b) { return a + b; }
