// expect: exception
// unique_lock::unlock twice throws, and nobody catches.
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::thread worker([&] {
        std::unique_lock lock(guard);
        lock.unlock();
        lock.unlock();
    });
    worker.join();
}
