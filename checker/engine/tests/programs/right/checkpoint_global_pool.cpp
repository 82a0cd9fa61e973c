// expect: passed
// outputs: 2 7\n || 3 7\n || 4 7\n
// A global's memory that the library has allocated before main: no heap of the program's.
#include <atomic>
#include <cstdio>
#include <memory_resource>
#include <thread>
#include <vector>

static std::pmr::unsynchronized_pool_resource pool;
static std::pmr::vector<int> numbers(100, &pool);

int main() {
    numbers[5] = 7;
    std::atomic<int> number{1};
    std::thread a([&] { number.store(number.load() * 2); });
    std::thread b([&] { number.store(number.load() + 1); });
    a.join();
    b.join();
    std::printf("%d %d\n", number.load(), numbers[5]);
    numbers[5] = 8;
}
