// expect: deadlock
// Every thread waits first and counts down afterwards.
#include <latch>
#include <thread>

int main() {
    std::latch together(2);
    auto work = [&] {
        together.wait();
        together.count_down();
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
}
