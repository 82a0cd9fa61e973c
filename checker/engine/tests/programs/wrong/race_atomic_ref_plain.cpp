// expect: data-race
// One thread uses atomic_ref, the other the plain object.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    int counter = 0;
    std::thread a([&] { std::atomic_ref<int>(counter).fetch_add(1); });
    std::thread b([&] { ++counter; });
    a.join();
    b.join();
    std::printf("%d\n", counter > 0);
}
