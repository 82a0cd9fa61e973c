// expect: passed
// output: 2 passed\n
// promise<void> and a shared_future as a starting gate.
#include <cstdio>
#include <future>
#include <thread>

int main() {
    std::promise<void> open;
    std::shared_future<void> gate = open.get_future().share();
    int input = 0, passed[2] = {};
    auto work = [&passed, &input, gate](int who) {
        gate.wait();
        passed[who] = input;
    };
    std::thread a(work, 0), b(work, 1);
    input = 1;
    open.set_value();
    a.join();
    b.join();
    std::printf("%d passed\n", passed[0] + passed[1]);
}
