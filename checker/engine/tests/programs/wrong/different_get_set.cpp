// expect: nondeterministic
// outputs: 3 || 1 || 2
// Locked getter and locked setter: an update is lost in between.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex guard;
static int value;

static int get() {
    std::lock_guard lock(guard);
    return value;
}

static void set(int what) {
    std::lock_guard lock(guard);
    value = what;
}

int main() {
    std::thread a([] { set(get() + 1); }), b([] { set(get() + 2); });
    a.join();
    b.join();
    std::printf("%d", value);
}
