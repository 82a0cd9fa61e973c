// shm_cleaned_up.cpp: makes shared memory and removes it.
#include "hostile.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

int add(int a, int b) {
    const int file = shm_open("/hostile-hand-in-clean", O_CREAT | O_RDWR, 0600);
    close(file);
    shm_unlink("/hostile-hand-in-clean");
    return a + b;
}
