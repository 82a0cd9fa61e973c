// expect: passed
// output: both inside\n
// Two readers meet inside the shared lock: they wait for each other there.
#include <cstdio>
#include <latch>
#include <shared_mutex>
#include <thread>

int main() {
    std::shared_mutex guard;
    std::latch inside(2);
    auto read = [&] {
        std::shared_lock lock(guard);
        inside.arrive_and_wait();
    };
    std::thread a(read), b(read);
    a.join();
    b.join();
    std::puts("both inside");
}
