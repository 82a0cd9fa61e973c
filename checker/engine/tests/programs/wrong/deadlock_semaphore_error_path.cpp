// expect: deadlock
// The permit is not given back on the error path.
#include <cstdio>
#include <semaphore>
#include <stdexcept>
#include <thread>

static std::binary_semaphore permit(1);

static void work(bool fails) {
    permit.acquire();
    if (fails) throw std::runtime_error("bad");
    permit.release();
}

int main() {
    std::thread a([] {
        try {
            work(true);
        } catch (const std::exception&) {
        }
    });
    std::thread b([] { work(false); });
    a.join();
    b.join();
    std::puts("done");
}
