// polls.cpp: waits in poll().
#include "hostile.hpp"

#include <poll.h>

int add(int a, int b) {
    poll(nullptr, 0, -1);
    return a + b;
}
