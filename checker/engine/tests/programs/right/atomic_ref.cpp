// expect: passed
// output: 4 10\n
// atomic_ref on a plain int and on an element of an array, read plainly after join.
#include <atomic>
#include <cstdio>
#include <thread>

int main() {
    int counter = 0;
    long cells[2] = {10, 10};
    auto work = [&](int who) {
        std::atomic_ref<int> reference(counter);
        reference.fetch_add(2);
        std::atomic_ref<long>(cells[0]).store(who == 0 ? 10 : 10);
    };
    std::thread a(work, 0), b(work, 1);
    a.join();
    b.join();
    std::printf("%d %ld\n", counter, cells[0]);
}
