// expect: deadlock|misuse
// A destructor locks what the caller of delete already holds.
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>

static std::mutex guard;
static int alive = 1;

struct Registered {
    ~Registered() {
        std::lock_guard lock(guard);
        --alive;
    }
};

int main() {
    auto object = std::make_unique<Registered>();
    std::thread worker([&] {
        std::lock_guard lock(guard);
        if (alive > 0) object.reset();
    });
    worker.join();
    std::printf("%d\n", alive);
}
