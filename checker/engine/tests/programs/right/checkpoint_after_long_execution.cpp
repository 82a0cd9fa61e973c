// expect: passed
// outputs: 2\n || 4\n || 6\n || 8\n
// The first choice comes when the execution is long already.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<int> number{0};

int main() {
    for (int i = 0; i < 5100; ++i) number.fetch_add(1);
    number = 1;
    std::thread a([&] { number.store(number.load() * 2); });
    std::thread b([&] {
        number.store(number.load() + 1);
        number.store(number.load() * 2);
    });
    a.join();
    b.join();
    std::printf("%d\n", number.load());
}
