// expect: passed
// output: caught 2, cleaned 2\n
// Exceptions are thrown and caught inside threads, through destructors.
#include <atomic>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <thread>

static std::atomic<int> caught, cleaned;

struct Cleanup {
    ~Cleanup() { ++cleaned; }
};

static void deep(int level) {
    Cleanup cleanup;
    if (level == 0) throw std::runtime_error("bottom");
    deep(level - 1);
}

static void work() {
    try {
        deep(0);
    } catch (const std::runtime_error& error) {
        if (std::string(error.what()) == "bottom") ++caught;
    }
}

int main() {
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("caught %d, cleaned %d\n", caught.load(), cleaned.load());
}
