// expect: passed
// output: aligned 128\n
// Over-aligned objects and aligned_alloc in threads.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <thread>

struct alignas(64) Line {
    char bytes[64] = {};
};

int main() {
    bool aligned[2] = {};
    char last = 0;
    std::thread a([&] {
        auto line = std::make_unique<Line>();
        aligned[0] = reinterpret_cast<std::uintptr_t>(line.get()) % 64 == 0;
    });
    std::thread b([&] {
        void* block = std::aligned_alloc(128, 256);
        std::memset(block, 1, 256);
        aligned[1] = reinterpret_cast<std::uintptr_t>(block) % 128 == 0;
        last = static_cast<char*>(block)[255];
        std::free(block);
    });
    a.join();
    b.join();
    if (aligned[0] && aligned[1]) std::printf("aligned %d\n", last * 128);
}
