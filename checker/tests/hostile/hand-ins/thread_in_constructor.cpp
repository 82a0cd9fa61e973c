// thread_in_constructor.cpp: a constructor starts a thread.
#include "hostile.hpp"

#include <unistd.h>
#include <thread>

namespace {
struct AtStart {
    AtStart() {
        std::thread([] {
            for (;;) pause();
        }).detach();
    }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
