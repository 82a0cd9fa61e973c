// expect: passed
// output: done and destroyed\n
// notify_all_at_thread_exit: the thread's own objects are gone when the waiter goes on.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex guard;
static std::condition_variable finished;
static bool done, destroyed;

struct Mark {
    ~Mark() { destroyed = true; }
};

int main() {
    std::thread worker([] {
        thread_local Mark mark;
        (void)mark;
        std::unique_lock lock(guard);
        done = true;
        std::notify_all_at_thread_exit(finished, std::move(lock));
    });
    std::unique_lock lock(guard);
    finished.wait(lock, [] { return done; });
    bool in_time = destroyed;
    lock.unlock();
    worker.join();
    if (in_time) std::puts("done and destroyed");
}
