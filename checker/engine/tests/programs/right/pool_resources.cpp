// expect: passed
// output: 6\n
// A pool that several threads may use, and one for each.
#include <cstdio>
#include <memory_resource>
#include <thread>
#include <vector>

int main() {
    std::pmr::synchronized_pool_resource pool;
    int kept[2];
    const auto fill = [&](int number) {
        std::pmr::unsynchronized_pool_resource own(&pool);
        std::pmr::vector<int> few(&pool), many(&own);
        few.push_back(1);
        for (int i = 0; i < 3; ++i) many.push_back(i);
        kept[number] = static_cast<int>(many.size());
    };
    std::thread first(fill, 0), second(fill, 1);
    first.join();
    second.join();
    std::printf("%d\n", kept[0] + kept[1]);
}
