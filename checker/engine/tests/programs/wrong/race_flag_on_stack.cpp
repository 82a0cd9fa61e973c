// expect: data-race
// about: main waits in a loop for variables on its own stack that threads set; these take a lock first, so that main is
// already in its loop when they come to the variables.
#include <mutex>
#include <thread>

int main() {
    std::mutex mutex;
    volatile int done = 0;
    const auto work = [&] {
        {
            std::lock_guard guard(mutex);
        }
        done = done + 1;
    };
    std::thread a(work), b(work);
    while (done < 2) {
    }
    a.join();
    b.join();
}
