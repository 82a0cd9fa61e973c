// expect: terminate
// about: on one path the thread is not joined
#include <atomic>
#include <thread>
int main() {
    std::atomic<bool> done{false};
    std::thread worker([&] { done = true; });
    if (done) return 0;
    worker.join();
}
