// expect: passed
// output: 0x300000101000\n
// Mapped memory has the same addresses in every interleaving: what a thread unmaps leaves no gap to be filled one way or
// the other.
#include <sys/mman.h>
#include <atomic>
#include <cstdio>
#include <thread>

static char pages[40 * 4096];

int main() {
    std::atomic<int> turn{0};
    std::thread other([&] {
        if (turn.fetch_add(1) == 0) {
            for (char& byte : pages) byte = 1;
        }
        void* large = mmap(nullptr, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        munmap(large, 1 << 20);
    });
    turn.fetch_add(1);
    other.join();
    std::printf("%p\n", mmap(nullptr, 1 << 16, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
}
