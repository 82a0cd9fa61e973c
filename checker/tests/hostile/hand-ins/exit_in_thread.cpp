// exit_in_thread.cpp: a thread calls exit(0).
#include "hostile.hpp"

#include <cstdlib>
#include <thread>

int add(int a, int b) {
    std::thread([] { std::exit(0); }).join();
    return a + b;
}
