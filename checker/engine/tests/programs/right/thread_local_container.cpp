// expect: passed
// output: 3 of main, 2 of worker\n
// A namespace-scope thread_local vector in main and in a worker; its address is shared under a latch.
#include <cstdio>
#include <latch>
#include <thread>
#include <vector>

static thread_local std::vector<int> items{1};

int main() {
    std::size_t in_worker = 0;
    items.push_back(2);
    std::latch written(1), read(1);
    std::vector<int>* of_worker = nullptr;
    std::thread worker([&] {
        items.push_back(5);
        of_worker = &items;
        written.count_down();
        read.wait();
    });
    written.wait();
    in_worker = of_worker->size();
    read.count_down();
    worker.join();
    items.push_back(3);
    std::printf("%zu of main, %zu of worker\n", items.size(), in_worker);
}
