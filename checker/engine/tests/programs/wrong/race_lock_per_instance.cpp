// expect: data-race
// A static member is protected by a member lock of each instance.
#include <cstdio>
#include <mutex>
#include <thread>

class Counter {
public:
    void add() {
        std::lock_guard lock(guard_);
        ++total;
    }
    inline static int total = 0;

private:
    std::mutex guard_;
};

int main() {
    Counter first, second;
    std::thread a([&] { first.add(); }), b([&] { second.add(); });
    a.join();
    b.join();
    std::printf("%d\n", Counter::total);
}
