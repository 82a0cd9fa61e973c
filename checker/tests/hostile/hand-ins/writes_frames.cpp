// writes_frames.cpp: writes results into all shared memory that it finds.
#include "hostile.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cstdlib>
#include <string>

namespace {
struct AtStart {
    AtStart() {
        if (const char* name = std::getenv("INTERLEAVE_CHANNEL")) {
            const int file = open(("/dev/shm/" + std::string(name)).c_str(), O_RDWR);
            (void)!pwrite(file, "x", 1, 0);
            close(file);
        }
    }
} at_start;
}  // namespace

int add(int a, int b) { return a + b; }
