// expect: nondeterministic
// outputs: 0 || 1
// A floating-point sum depends on the order of its parts.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    double sum = 1e16;
    auto add = [&](double part) {
        std::lock_guard lock(guard);
        sum += part;
    };
    std::thread a(add, 1.0), b(add, -1e16);
    a.join();
    b.join();
    std::printf("%.0f", sum);
}
