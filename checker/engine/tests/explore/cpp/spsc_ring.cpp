// expect: data-race
// about: ring buffer for one producer and one consumer: the index is published before the element is written
#include <atomic>
#include <cassert>
#include <thread>
int ring[2];
std::atomic<int> written{0};
int main() {
    std::thread producer([] {
        for (int i = 0; i < 2; ++i) {
            written = i + 1;
            ring[i] = i + 10;
        }
    });
    for (int i = 0; i < written; ++i) assert(ring[i] == i + 10);
    producer.join();
}
