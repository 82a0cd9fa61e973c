// expect: misuse
// A shared mutex is given back that was never taken.
#include <cstdio>
#include <shared_mutex>
#include <thread>

int main() {
    std::shared_mutex guard;
    std::thread worker([&] {
        guard.lock_shared();
        guard.unlock_shared();
        guard.unlock_shared();
    });
    worker.join();
    std::puts("done");
}
