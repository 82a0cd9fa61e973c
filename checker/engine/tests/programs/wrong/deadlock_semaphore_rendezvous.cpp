// expect: deadlock
// A rendezvous in which both wait before they signal.
#include <semaphore>
#include <thread>

int main() {
    std::binary_semaphore first(0), second(0);
    std::thread a([&] {
        second.acquire();
        first.release();
    });
    std::thread b([&] {
        first.acquire();
        second.release();
    });
    a.join();
    b.join();
}
