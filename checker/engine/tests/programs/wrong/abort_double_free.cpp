// expect: abort|misuse|signal
// Both threads believe to be the last user.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

int main() {
    std::atomic<int> users = 2;
    void* block = std::malloc(24);
    auto leave = [&] {
        --users;
        if (users == 0) std::free(block);
    };
    std::thread a(leave), b(leave);
    a.join();
    b.join();
    std::puts("done");
}
