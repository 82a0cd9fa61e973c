// expect: passed
// output: 0 2 4\n
// Mutexes of successive scopes that may share one address.
#include <cstdio>
#include <mutex>
#include <thread>

static int round(int number) {
    std::mutex guard;
    int value = 0;
    auto add = [&] {
        std::lock_guard lock(guard);
        value += number;
    };
    std::thread a(add), b(add);
    a.join();
    b.join();
    return value;
}

int main() {
    int results[3];
    for (int i = 0; i < 3; ++i) results[i] = round(i);
    std::printf("%d %d %d\n", results[0], results[1], results[2]);
}
