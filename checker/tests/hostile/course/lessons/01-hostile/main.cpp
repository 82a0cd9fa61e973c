// main.cpp: prints a sum.
#include "hostile.hpp"

#include <iostream>

int main() { std::cout << add(2, 2) << '\n'; }
