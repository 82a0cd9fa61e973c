// changes_folder.cpp: leaves its folder and removes it.
#include "hostile.hpp"

#include <unistd.h>

int add(int a, int b) {
    (void)!chdir("/");
    (void)!rmdir("lab-folder-that-is-not-there");
    return a + b;
}
