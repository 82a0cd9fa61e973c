// expect: misuse
// delete of an object whose lock_guard is still alive.
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>

struct Shared {
    std::mutex guard;
    int users = 2;
};

static void leave(Shared* shared) {
    std::lock_guard lock(shared->guard);
    if (--shared->users == 0) delete shared;
}

int main() {
    auto* shared = new Shared;
    std::thread a(leave, shared), b(leave, shared);
    a.join();
    b.join();
    std::puts("deleted");
}
