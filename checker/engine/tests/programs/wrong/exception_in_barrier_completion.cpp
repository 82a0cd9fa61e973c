// expect: exception|terminate
// The completion function of a barrier lets an exception out.
#include <barrier>
#include <cstdio>
#include <stdexcept>
#include <thread>

int main() {
    int phase = 0;
    auto complete = [&]() noexcept {
        if (++phase == 2) throw std::runtime_error("second phase");
    };
    std::barrier step(2, complete);
    auto work = [&] {
        step.arrive_and_wait();
        step.arrive_and_wait();
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::puts("done");
}
