// prints_wcout.cpp: prints by std::wcout.
#include "hostile.hpp"

#include <iostream>

int add(int a, int b) {
    std::wcout << L"x\n";
    return a + b;
}
