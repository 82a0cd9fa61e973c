// expect: abort
// abort in some interleavings.
#include <atomic>
#include <cstdlib>
#include <thread>

int main() {
    std::atomic<int> inside = 0;
    auto work = [&] {
        if (++inside > 1) std::abort();
        --inside;
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
}
