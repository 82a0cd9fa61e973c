// detached_for_ever.cpp: a detached thread that never ends.
#include "hostile.hpp"

#include <thread>

int add(int a, int b) {
    std::thread([] {
        for (;;) {
        }
    }).detach();
    return a + b;
}
