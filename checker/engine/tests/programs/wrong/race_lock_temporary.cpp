// expect: data-race
// The scoped lock is a temporary that ends at once.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex guard;
static int value;

static void add() {
    std::scoped_lock<std::mutex>{guard};
    ++value;
}

int main() {
    std::thread a(add), b(add);
    a.join();
    b.join();
    std::printf("%d\n", value);
}
