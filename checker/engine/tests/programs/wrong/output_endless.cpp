// expect: output-limit
// Prints for ever.
#include <cstdio>
#include <thread>

int main() {
    std::thread worker([] {
        for (;;) std::puts("still here, and still here, and still here, and still here, and still here");
    });
    worker.join();
}
