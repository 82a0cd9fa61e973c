// expect: no-progress
// A loop without any memory access.
#include <thread>

int main() {
    std::thread worker([] {
        for (;;) {
        }
    });
    worker.join();
}
