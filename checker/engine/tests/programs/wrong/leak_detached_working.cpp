// expect: leak
// A detached thread is still at work when main returns.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<int> done;

int main() {
    std::thread([] {
        for (int i = 0; i < 3; ++i) ++done;
    }).detach();
    std::puts("main is done");
}
