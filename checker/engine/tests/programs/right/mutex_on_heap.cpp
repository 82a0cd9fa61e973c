// expect: passed
// output: 2\n
// The last user of a counted object unlocks its mutex and then deletes it.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

struct Shared {
    std::mutex guard;
    int users = 2;
};

static std::atomic<int> left;

static void leave(Shared* shared) {
    shared->guard.lock();
    bool last = --shared->users == 0;
    shared->guard.unlock();
    if (last) delete shared;
    ++left;
}

int main() {
    auto* shared = new Shared;
    std::thread a(leave, shared), b(leave, shared);
    a.join();
    b.join();
    std::printf("%d\n", left.load());
}
