// syntax_error.cpp: a syntax error.
#include "hostile.hpp"

int add(int a, int b) { return a + ; }
