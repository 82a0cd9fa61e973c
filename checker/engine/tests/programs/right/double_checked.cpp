// expect: passed
// output: made 1, 12\n
// Double-checked locking with an atomic pointer.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

struct Config {
    int value = 6;
};

static std::atomic<Config*> instance;
static std::mutex guard;
static int made;

static Config& config() {
    Config* found = instance.load(std::memory_order_acquire);
    if (!found) {
        std::lock_guard lock(guard);
        found = instance.load(std::memory_order_relaxed);
        if (!found) {
            found = new Config;
            ++made;
            instance.store(found, std::memory_order_release);
        }
    }
    return *found;
}

int main() {
    int a = 0, b = 0;
    std::thread one([&] { a = config().value; }), two([&] { b = config().value; });
    one.join();
    two.join();
    std::printf("made %d, %d\n", made, a + b);
    delete instance.load();
}
