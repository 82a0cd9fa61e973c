// deadlock_in_constructor.cpp: a constructor locks twice.
#include "hostile.hpp"

#include <mutex>

namespace {
struct AtStart {
    AtStart() {
        static std::mutex m;
        m.lock();
        m.lock();
    }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
