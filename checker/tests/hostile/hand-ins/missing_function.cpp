// missing_function.cpp: does not define the function.
#include "hostile.hpp"

int sub(int a, int b) { return a - b; }
