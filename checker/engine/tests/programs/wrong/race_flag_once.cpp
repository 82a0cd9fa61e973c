// expect: data-race
// A plain bool that is looked at once.
#include <cstdio>
#include <thread>

int main() {
    bool done = false;
    std::thread worker([&] { done = true; });
    if (done) std::puts("already");
    worker.join();
}
