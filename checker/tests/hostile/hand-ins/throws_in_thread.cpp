// throws_in_thread.cpp: a thread throws.
#include "hostile.hpp"

#include <stdexcept>
#include <thread>

int add(int a, int b) {
    std::thread([] { throw std::runtime_error("lost"); }).join();
    return a + b;
}
