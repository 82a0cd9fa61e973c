// loads_code.cpp: looks for functions at run time.
#include "hostile.hpp"

#include <dlfcn.h>

int add(int a, int b) {
    (void)dlsym(nullptr, "pthread_mutex_lock");
    return a + b;
}
