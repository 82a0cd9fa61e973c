// expect: data-race
// then: outputs
// A plain counter is incremented by two threads.
#include <cstdio>
#include <thread>

int main() {
    int counter = 0;
    auto work = [&] { ++counter; };
    std::thread a(work), b(work);
    a.join();
    b.join();
    std::printf("%d\n", counter);
}
