// expect: deadlock
// A latch of three, counted down by two.
#include <latch>
#include <thread>

int main() {
    std::latch done(3);
    std::jthread a([&] { done.count_down(); }), b([&] { done.count_down(); });
    done.wait();
}
