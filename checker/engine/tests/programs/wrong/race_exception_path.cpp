// expect: data-race
// The error path counts without the lock.
#include <cstdio>
#include <mutex>
#include <stdexcept>
#include <thread>

static std::mutex guard;
static int handled;

static void handle(bool fails) {
    try {
        if (fails) throw std::runtime_error("bad");
        std::lock_guard lock(guard);
        ++handled;
    } catch (const std::runtime_error&) {
        ++handled;
    }
}

int main() {
    std::thread a(handle, false), b(handle, true);
    a.join();
    b.join();
    std::printf("%d\n", handled);
}
