// expect: leak
// One of two detached workers is never let go.
#include <cstdio>
#include <latch>
#include <semaphore>
#include <thread>

static std::counting_semaphore<2> go(0);
static std::latch done(1);

int main() {
    for (int i = 0; i < 2; ++i)
        std::thread([] {
            go.acquire();
            done.count_down();
        }).detach();
    go.release();
    done.wait();
    std::puts("one is done");
}
