// expect: misuse
// An unlock by hand inside a lock_guard's scope.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    int value = 0;
    auto work = [&] {
        std::lock_guard lock(guard);
        ++value;
        guard.unlock();
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", value);
}
