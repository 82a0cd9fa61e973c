// expect: signal
// Division by a count that another thread may have brought to zero.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    std::atomic<int> count = 1, total = 10;
    std::thread remover([&] { --count; });
    int average = 0;
    if (count > 0) average = total / count;
    remover.join();
    std::printf("%d\n", average);
}
