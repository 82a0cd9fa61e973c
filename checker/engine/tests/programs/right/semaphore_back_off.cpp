// expect: passed
// output: 2\n
// Two semaphores in opposite order: who does not get the second permit gives the first one back and begins anew.
#include <cstdio>
#include <semaphore>
#include <thread>

std::binary_semaphore one{1}, two{1};

void acquire_both(std::binary_semaphore& first, std::binary_semaphore& second) {
    for (;;) {
        first.acquire();
        if (second.try_acquire()) return;
        first.release();
    }
}

int main() {
    int done = 0;
    const auto work = [&](std::binary_semaphore& first, std::binary_semaphore& second) {
        acquire_both(first, second);
        ++done;
        first.release();
        second.release();
    };
    std::thread a([&] { work(one, two); });
    std::thread b([&] { work(two, one); });
    a.join();
    b.join();
    std::printf("%d\n", done);
}
