// expect: passed
// outputs: 2 0\n || 3 0\n || 4 1\n
// The default memory resource, which a thread changes in some executions only.
#include <atomic>
#include <cstdio>
#include <memory_resource>
#include <thread>

int main() {
    std::pmr::set_default_resource(nullptr);
    std::atomic<int> number{1};
    std::thread a([&] {
        number.store(number.load() * 2);
        if (number.load() == 4) std::pmr::set_default_resource(std::pmr::null_memory_resource());
    });
    std::thread b([&] { number.store(number.load() + 1); });
    a.join();
    b.join();
    std::printf("%d %d\n", number.load(), std::pmr::get_default_resource() == std::pmr::null_memory_resource());
}
