// expect: leak
// A std::thread object is leaked, so that nobody joins it.
#include <atomic>
#include <thread>

static std::atomic<bool> stop;

int main() {
    auto* worker = new std::thread([] {
        while (!stop) std::this_thread::yield();
    });
    (void)worker;
}
