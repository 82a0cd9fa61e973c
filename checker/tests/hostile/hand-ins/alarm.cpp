// alarm.cpp: sets an alarm and waits.
#include "hostile.hpp"

#include <unistd.h>

int add(int a, int b) {
    alarm(1);
    for (;;) pause();
    return a + b;
}
