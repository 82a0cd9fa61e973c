// expect: data-race
// The size of a list is polled without its lock.
#include <cstdio>
#include <list>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::list<int> items;
    std::thread adder([&] {
        std::lock_guard lock(guard);
        items.push_back(1);
    });
    while (items.size() == 0) std::this_thread::yield();
    adder.join();
    std::puts("one");
}
