// expect: passed
// output: 2 phases, 3 arrivals\n
// One thread drops out after the first phase.
#include <atomic>
#include <barrier>
#include <cstdio>
#include <thread>

int main() {
    int phases = 0;
    std::atomic<int> arrivals = 0;
    auto count = [&]() noexcept { ++phases; };
    std::barrier step(2, count);
    std::thread leaver([&] {
        ++arrivals;
        step.arrive_and_drop();
    });
    std::thread stayer([&] {
        for (int i = 0; i < 2; ++i) {
            ++arrivals;
            step.arrive_and_wait();
        }
    });
    leaver.join();
    stayer.join();
    std::printf("%d phases, %d arrivals\n", phases, arrivals.load());
}
