// expect: passed
// output: total 7\n
// A thread_local object adds its part to the total when its thread ends.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<int> total;

struct Part {
    int value = 0;
    ~Part() { total += value; }
};

static thread_local Part part;

int main() {
    std::thread a([] { part.value += 3; });
    std::thread b([] {
        part.value += 1;
        part.value += 3;
    });
    a.join();
    b.join();
    std::printf("total %d\n", total.load());
}
