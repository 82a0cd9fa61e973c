// expect: exception|terminate
// An exception meets a noexcept function in some interleavings.
#include <atomic>
#include <cstdio>
#include <stdexcept>
#include <thread>

static std::atomic<int> tickets = 1;

static void take() noexcept {
    if (tickets.load() == 0) return;
    if (tickets.fetch_sub(1) <= 0) throw std::runtime_error("sold out");
}

int main() {
    std::thread a(take), b(take);
    a.join();
    b.join();
    std::puts("done");
}
