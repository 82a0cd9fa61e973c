// expect: livelock
// Polls a latch that is one short.
#include <latch>
#include <thread>

int main() {
    std::latch done(2);
    std::thread worker([&] { done.count_down(); });
    while (!done.try_wait()) std::this_thread::yield();
    worker.join();
}
