// shm_left_behind.cpp: leaves a name in shared memory.
#include "hostile.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

int add(int a, int b) {
    const int file = shm_open("/hostile-hand-in", O_CREAT | O_RDWR, 0600);
    close(file);
    return a + b;
}
