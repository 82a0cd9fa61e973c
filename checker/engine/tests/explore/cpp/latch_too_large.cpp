// expect: deadlock
// about: the latch counts one more than come
#include <latch>
#include <thread>
int main() {
    std::latch ready(3);
    std::thread a([&] { ready.count_down(); }), b([&] { ready.count_down(); });
    ready.wait();
    a.join();
    b.join();
}
