// expect: deadlock|misuse
// One thread locks a shared mutex shared and then exclusively.
#include <shared_mutex>
#include <thread>

int main() {
    std::shared_mutex guard;
    std::thread worker([&] {
        guard.lock_shared();
        guard.lock();
        guard.unlock();
        guard.unlock_shared();
    });
    worker.join();
}
