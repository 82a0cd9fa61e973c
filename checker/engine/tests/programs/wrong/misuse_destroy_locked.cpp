// expect: misuse
// An object is deleted while its mutex is locked.
#include <cstdio>
#include <mutex>
#include <thread>

struct Shared {
    std::mutex guard;
    int value = 0;
};

int main() {
    auto* shared = new Shared;
    std::thread worker([shared] {
        shared->guard.lock();
        ++shared->value;
    });
    worker.join();
    delete shared;
    std::puts("deleted");
}
