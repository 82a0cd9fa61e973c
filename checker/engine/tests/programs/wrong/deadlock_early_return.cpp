// expect: deadlock|misuse
// An early return skips the unlock.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex guard;
static int left = 1;

static bool take() {
    guard.lock();
    if (left == 0) return false;
    --left;
    guard.unlock();
    return true;
}

int main() {
    std::thread a(take), b(take), c(take);
    a.join();
    b.join();
    c.join();
    std::printf("%d\n", left);
}
