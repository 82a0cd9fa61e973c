// expect: passed
// output: 1 2 3 \n
// A single-producer single-consumer ring without locks.
#include <atomic>
#include <cstdio>
#include <thread>

static int ring[2];
static std::atomic<unsigned> head, tail;

int main() {
    std::thread producer([] {
        for (int value = 1; value <= 3; ++value) {
            unsigned at = tail.load(std::memory_order_relaxed);
            while (at - head.load(std::memory_order_acquire) == 2) std::this_thread::yield();
            ring[at % 2] = value;
            tail.store(at + 1, std::memory_order_release);
        }
    });
    for (int i = 0; i < 3; ++i) {
        unsigned at = head.load(std::memory_order_relaxed);
        while (tail.load(std::memory_order_acquire) == at) std::this_thread::yield();
        std::printf("%d ", ring[at % 2]);
        head.store(at + 1, std::memory_order_release);
    }
    producer.join();
    std::printf("\n");
}
