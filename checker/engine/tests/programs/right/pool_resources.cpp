// expect: passed
// A pool that several threads may use, and one for each.
#include <memory_resource>
#include <thread>
#include <vector>

int main() {
    std::pmr::synchronized_pool_resource pool;
    const auto fill = [&] {
        std::pmr::unsynchronized_pool_resource own(&pool);
        std::pmr::vector<int> few(&pool), many(&own);
        few.push_back(1);
        for (int i = 0; i < 3; ++i) many.push_back(i);
    };
    std::thread first(fill), second(fill);
    first.join();
    second.join();
}
