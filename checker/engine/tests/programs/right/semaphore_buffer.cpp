// expect: passed
// output: abc\n
// A ring of two places with a semaphore for free and one for full places.
#include <cstdio>
#include <semaphore>
#include <thread>

int main() {
    char ring[2];
    std::counting_semaphore<2> free(2), full(0);
    std::thread producer([&] {
        for (int i = 0; i < 3; ++i) {
            free.acquire();
            ring[i % 2] = char('a' + i);
            full.release();
        }
    });
    for (int i = 0; i < 3; ++i) {
        full.acquire();
        std::putchar(ring[i % 2]);
        free.release();
    }
    producer.join();
    std::putchar('\n');
}
