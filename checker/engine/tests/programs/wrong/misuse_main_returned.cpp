// expect: misuse
// Detached workers still use a local variable of main when main returns. Its value lies there for a while.
#include <atomic>
#include <thread>

int main() {
    std::atomic<int> at_work = 0;
    for (int i = 0; i < 3; ++i)
        std::thread([&] {
            ++at_work;
            --at_work;
        }).detach();
}
