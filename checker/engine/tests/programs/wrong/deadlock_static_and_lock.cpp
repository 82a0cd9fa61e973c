// expect: deadlock
// A static's initialisation locks what another thread holds while it waits for the static.
#include <mutex>
#include <thread>

static std::recursive_mutex guard;

static int load() {
    std::lock_guard lock(guard);
    return 1;
}

static int cached() {
    static int value = load();
    return value;
}

int main() {
    std::thread a([] { cached(); });
    std::thread b([] {
        std::lock_guard lock(guard);
        cached();
    });
    a.join();
    b.join();
}
