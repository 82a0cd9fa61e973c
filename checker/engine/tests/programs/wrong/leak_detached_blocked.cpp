// expect: leak
// A detached thread still waits for a condition when main returns.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex guard;
static std::condition_variable changed;
static bool stop;

int main() {
    std::thread([] {
        std::unique_lock lock(guard);
        changed.wait(lock, [] { return stop; });
    }).detach();
    std::puts("main is done");
}
