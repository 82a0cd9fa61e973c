// expect: no-progress|livelock
// An endless computation on local variables under a lock.
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    auto work = [&] {
        std::lock_guard lock(guard);
        unsigned state = 1;
        while (state != 0) state = (state * 1664525u + 1013904223u) | 1u;
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
}
