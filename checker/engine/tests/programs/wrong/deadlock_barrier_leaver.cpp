// expect: deadlock
// One thread leaves after the first phase without dropping out.
#include <barrier>
#include <thread>

int main() {
    std::barrier<> step(2);
    auto work = [&](int phases) {
        for (int i = 0; i < phases; ++i) step.arrive_and_wait();
    };
    std::thread a(work, 1), b(work, 2);
    a.join();
    b.join();
}
