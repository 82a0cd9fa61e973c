// stops_watchdog.cpp: switches the timers off and loops.
#include "hostile.hpp"

#include <sys/time.h>

int add(int a, int b) {
    const itimerval none{};
    setitimer(ITIMER_PROF, &none, nullptr);
    for (;;) {
    }
    return a + b;
}
