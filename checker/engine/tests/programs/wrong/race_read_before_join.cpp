// expect: data-race
// The result is read before the join.
#include <cstdio>
#include <thread>

int main() {
    int result = 0;
    std::thread worker([&] { result = 42; });
    int seen = result;
    worker.join();
    std::printf("%d\n", seen >= 0);
}
