// expect: passed
// outputs: 2 0\n || 3 0\n || 4 1\n
// What a thread sets for the whole program in some executions only is set anew by main in each.
#include <atomic>
#include <cstdio>
#include <new>
#include <thread>

static void handler() {}

int main() {
    std::set_new_handler(nullptr);
    std::atomic<int> number{1};
    std::thread a([&] {
        number.store(number.load() * 2);
        if (number.load() == 4) std::set_new_handler(handler);
    });
    std::thread b([&] { number.store(number.load() + 1); });
    a.join();
    b.join();
    std::printf("%d %d\n", number.load(), std::get_new_handler() == handler);
}
