// expect: nondeterministic
// outputs: 1 4 || 4 1
// Results are kept in the order in which they arrive.
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

int main() {
    std::mutex guard;
    std::vector<int> results;
    auto work = [&](int n) {
        std::lock_guard lock(guard);
        results.push_back(n * n);
    };
    std::thread a(work, 1), b(work, 2);
    a.join();
    b.join();
    std::printf("%d %d", results[0], results[1]);
}
