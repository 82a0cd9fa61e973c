// expect: passed
// output: 2 released\n
// notify_all on an atomic bool, and on a 64-bit one.
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<bool> open = false;
    std::atomic<std::uint64_t> released = 0;
    auto pass = [&] {
        open.wait(false);
        ++released;
        released.notify_all();
    };
    std::thread a(pass), b(pass);
    open = true;
    open.notify_all();
    for (std::uint64_t seen = released; seen < 2; seen = released) released.wait(seen);
    std::printf("%d released\n", int(released.load()));
    a.join();
    b.join();
}
