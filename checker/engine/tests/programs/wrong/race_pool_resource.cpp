// expect: data-race
// Two threads take memory out of a pool for one.
#include <memory_resource>
#include <thread>
#include <vector>

int main() {
    std::pmr::unsynchronized_pool_resource pool;
    const auto fill = [&] {
        std::pmr::vector<int> numbers(&pool);
        for (int i = 0; i < 3; ++i) numbers.push_back(i);
    };
    std::thread first(fill), second(fill);
    first.join();
    second.join();
}
