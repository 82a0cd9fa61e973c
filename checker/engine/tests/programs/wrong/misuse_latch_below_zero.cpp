// expect: misuse
// A latch is counted down more often than it was made for.
#include <latch>
#include <thread>

int main() {
    std::latch done(1);
    std::jthread a([&] { done.count_down(); }), b([&] { done.count_down(); });
    done.wait();
}
