// defines_mutex_lock.cpp: defines pthread_mutex_lock.
#include "hostile.hpp"

#include <pthread.h>

extern "C" int pthread_mutex_lock(pthread_mutex_t*) noexcept { return 0; }

int add(int a, int b) { return a + b; }
