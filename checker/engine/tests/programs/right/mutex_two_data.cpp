// expect: passed
// output: 4 2\n
// Two data, each with its own lock, never nested.
#include <cstdio>
#include <mutex>
#include <thread>

struct Cell {
    std::mutex guard;
    int value = 0;
    void add(int amount) {
        std::lock_guard lock(guard);
        value += amount;
    }
};

int main() {
    Cell left, right;
    std::thread a([&] {
        left.add(1);
        right.add(1);
    });
    std::thread b([&] {
        right.add(1);
        left.add(3);
    });
    a.join();
    b.join();
    std::printf("%d %d\n", left.value, right.value);
}
