// limits_itself.cpp: lowers its own limits.
#include "hostile.hpp"

#include <sys/resource.h>

int add(int a, int b) {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_NOFILE, &none);
    setrlimit(RLIMIT_FSIZE, &none);
    return a + b;
}
