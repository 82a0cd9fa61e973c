// hostile.cpp: the stub.
#include "hostile.hpp"

int add(int, int) { return 0; }
