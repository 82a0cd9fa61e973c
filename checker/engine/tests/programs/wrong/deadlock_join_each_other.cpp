// expect: deadlock
// Two threads join each other.
#include <latch>
#include <thread>

static std::thread first, second;
static std::latch made(1);

int main() {
    first = std::thread([] {
        made.wait();
        second.join();
    });
    second = std::thread([] {
        made.wait();
        first.join();
    });
    made.count_down();
    std::latch never(1);
    never.wait();
}
