// expect: passed
// output: 2 alive, then 0\n
// A static member counts the living objects of two threads.
#include <atomic>
#include <cstdio>
#include <latch>
#include <thread>

class Tracked {
public:
    Tracked() { ++alive_; }
    Tracked(const Tracked&) = delete;
    Tracked& operator=(const Tracked&) = delete;
    ~Tracked() { --alive_; }
    static int alive() { return alive_; }

private:
    inline static std::atomic<int> alive_ = 0;
};

int main() {
    std::latch made(2), counted(1);
    auto work = [&] {
        Tracked tracked;
        made.count_down();
        counted.wait();
    };
    std::thread a(work), b(work);
    made.wait();
    int between = Tracked::alive();
    counted.count_down();
    a.join();
    b.join();
    std::printf("%d alive, then %d\n", between, Tracked::alive());
}
