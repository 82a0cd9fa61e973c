// prctl_no_death_signal.cpp: survives its parent.
#include "hostile.hpp"

#include <sys/prctl.h>

int add(int a, int b) {
    prctl(PR_SET_PDEATHSIG, 0);
    return a + b;
}
