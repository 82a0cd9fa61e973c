// expect: nondeterministic
// outputs: equal\n || different\n
// Two atomics that belong together are written one after the other.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> x = 0, y = 0;
    std::thread writer([&] {
        x = 1;
        y = 1;
    });
    int seen_x = x, seen_y = y;
    std::puts(seen_x == seen_y ? "equal" : "different");
    writer.join();
}
