// exit_group.cpp: ends by a system call.
#include "hostile.hpp"

#include <sys/syscall.h>
#include <unistd.h>

int add(int a, int b) {
    syscall(SYS_exit_group, 0);
    return a + b;
}
