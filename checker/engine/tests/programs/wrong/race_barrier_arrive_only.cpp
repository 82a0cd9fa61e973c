// expect: data-race
// The reader arrives at the barrier but does not wait.
#include <barrier>
#include <cstdio>
#include <thread>

int main() {
    std::barrier<> step(2);
    int value = 0, seen = 0;
    std::thread writer([&] {
        value = 1;
        step.arrive_and_wait();
    });
    std::thread reader([&] {
        (void)step.arrive();
        seen = value;
    });
    writer.join();
    reader.join();
    std::printf("%d\n", seen <= 1);
}
