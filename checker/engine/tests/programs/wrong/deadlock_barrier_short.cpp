// expect: deadlock
// A barrier for three with two threads.
#include <barrier>
#include <thread>

int main() {
    std::barrier<> step(3);
    std::thread a([&] { step.arrive_and_wait(); }), b([&] { step.arrive_and_wait(); });
    a.join();
    b.join();
}
