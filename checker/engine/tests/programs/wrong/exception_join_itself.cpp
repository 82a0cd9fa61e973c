// expect: exception|misuse|deadlock
// A thread joins itself.
#include <latch>
#include <thread>

int main() {
    std::thread self;
    std::latch made(1);
    std::latch tried(1);
    self = std::thread([&] {
        made.wait();
        self.join();
        tried.count_down();
    });
    made.count_down();
    tried.wait();
}
