// expect: passed
// output: 6\n
// Threads start threads and join them.
#include <cstdio>
#include <thread>

static int leaf(int n) {
    int result = 0;
    std::thread worker([&result, n] { result = n; });
    worker.join();
    return result;
}

int main() {
    int a = 0, b = 0;
    std::thread left([&a] { a = leaf(2); });
    std::thread right([&b] { b = leaf(4); });
    left.join();
    right.join();
    std::printf("%d\n", a + b);
}
