// pthread_exit.cpp: ends its thread.
#include "hostile.hpp"

#include <pthread.h>

int add(int a, int b) {
    pthread_exit(nullptr);
    return a + b;
}
