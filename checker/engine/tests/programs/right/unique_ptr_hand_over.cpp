// expect: passed
// output: 3 elements, sum 6\n
// A unique_ptr to a vector is handed over under a lock.
#include <condition_variable>
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

int main() {
    std::mutex guard;
    std::condition_variable given;
    std::unique_ptr<std::vector<int>> box;
    std::thread giver([&] {
        auto made = std::make_unique<std::vector<int>>();
        for (int i = 1; i <= 3; ++i) made->push_back(i);
        std::lock_guard lock(guard);
        box = std::move(made);
        given.notify_one();
    });
    std::unique_ptr<std::vector<int>> mine;
    {
        std::unique_lock lock(guard);
        given.wait(lock, [&] { return box != nullptr; });
        mine = std::move(box);
    }
    int sum = 0;
    for (int value : *mine) sum += value;
    std::printf("%zu elements, sum %d\n", mine->size(), sum);
    giver.join();
}
