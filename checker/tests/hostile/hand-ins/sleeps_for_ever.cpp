// sleeps_for_ever.cpp: sleeps for 30 years.
#include "hostile.hpp"

#include <unistd.h>

int add(int a, int b) {
    sleep(1000000000);
    return a + b;
}
