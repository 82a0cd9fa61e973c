// expect: passed
// output: 1 or 2, then 2\n
// The free functions atomic_load and atomic_store on a shared_ptr.
#include <atomic>
#include <cstdio>
#include <memory>
#include <thread>

int main() {
    auto current = std::make_shared<int>(1);
    int seen = 0;
    std::thread reader([&] {
        auto mine = std::atomic_load(&current);
        seen = *mine;
    });
    std::thread writer([&] { std::atomic_store(&current, std::make_shared<int>(2)); });
    reader.join();
    writer.join();
    if (seen == 1 || seen == 2) std::printf("1 or 2, then %d\n", *current);
}
