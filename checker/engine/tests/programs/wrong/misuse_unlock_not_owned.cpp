// expect: misuse
// A mutex is unlocked that nobody has locked.
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::thread worker([&] { guard.unlock(); });
    worker.join();
    std::puts("done");
}
