// expect: nondeterministic
// outputs: 1\n || 2\n
// budget: 150
// One of the locks that main takes together is used by a thread of its own: who comes first to it decides.
#include <cstdio>
#include <mutex>
#include <thread>

std::mutex a, b;
int last;

int main() {
    std::thread other([] { std::lock_guard guard(b); });
    std::thread writer([] {
        std::lock_guard guard(a);
        last = 1;
    });
    {
        std::lock(a, b);
        std::lock_guard first(a, std::adopt_lock), second(b, std::adopt_lock);
        last = 2;
    }
    writer.join();
    other.join();
    std::printf("%d\n", last);
}
