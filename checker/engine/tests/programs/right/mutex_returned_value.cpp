// expect: passed
// output: 3 3\n
// A monitor class: each public method is one critical section.
#include <cstdio>
#include <mutex>
#include <thread>

class Counter {
public:
    int next() {
        std::lock_guard lock(guard_);
        return ++value_;
    }
    int value() const {
        std::lock_guard lock(guard_);
        return value_;
    }

private:
    mutable std::mutex guard_;
    int value_ = 0;
};

int main() {
    Counter counter;
    int a = 0, b = 0;
    std::thread first([&] { a = counter.next(); });
    std::thread second([&] { b = counter.next(); });
    first.join();
    second.join();
    std::printf("%d %d\n", a + b, counter.next() + counter.value() - 3);
}
