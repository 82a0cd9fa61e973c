// expect: no-progress|livelock
// An endless loop that reads a plain variable which nobody writes.
#include <cstdio>
#include <thread>

static int stop;

int main() {
    std::thread worker([] {
        while (stop == 0) {
        }
    });
    worker.join();
    std::puts("stopped");
}
