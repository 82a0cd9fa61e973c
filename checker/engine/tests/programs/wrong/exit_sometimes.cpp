// expect: exit
// _exit in a thread, in some interleavings.
#include <unistd.h>
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<bool> late = false;
    std::thread worker([&] {
        if (late) _exit(0);
    });
    late = true;
    worker.join();
    std::puts("done");
}
