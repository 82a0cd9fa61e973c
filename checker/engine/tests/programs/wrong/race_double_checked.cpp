// expect: data-race
// Double-checked locking with a plain pointer.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex guard;
static int* instance;

static int get() {
    if (!instance) {
        std::lock_guard lock(guard);
        if (!instance) instance = new int(3);
    }
    return *instance;
}

int main() {
    int x = 0, y = 0;
    std::thread a([&] { x = get(); }), b([&] { y = get(); });
    a.join();
    b.join();
    std::printf("%d\n", x + y);
}
