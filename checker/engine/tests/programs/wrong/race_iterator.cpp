// expect: data-race
// An element is erased that another thread's iterator points to.
#include <cstdio>
#include <list>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::list<int> items{1, 2};
    auto first = items.begin();
    int seen = 0;
    std::thread reader([&] {
        guard.lock();
        auto mine = first;
        guard.unlock();
        seen = *mine;
    });
    std::thread eraser([&] {
        std::lock_guard lock(guard);
        items.erase(first);
    });
    reader.join();
    eraser.join();
    std::printf("%zu\n", items.size());
}
