// expect: passed
// output: 2\n
// budget: 3000
// about: readers share, writers do not
#include <iostream>
#include <mutex>
#include <shared_mutex>
#include <thread>
std::shared_mutex mutex;
int value = 0;
int main() {
    std::thread a([] { std::unique_lock lock(mutex); ++value; }), b([] { std::unique_lock lock(mutex); ++value; });
    {
        std::shared_lock lock(mutex);
        if (value > 2) return 1;
    }
    a.join();
    b.join();
    std::cout << value << '\n';
}
