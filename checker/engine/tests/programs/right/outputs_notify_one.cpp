// expect: passed
// outputs: a\n || b\n
// One notify_one for two waiters lets either go; the other is let go at the end, silently.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex guard;
    std::condition_variable changed;
    int permits = 0;
    bool closed = false;
    char first = '?';
    auto wait = [&](char me) {
        std::unique_lock lock(guard);
        changed.wait(lock, [&] { return permits > 0 || closed; });
        if (permits > 0) {
            --permits;
            first = me;
        }
    };
    std::thread a(wait, 'a'), b(wait, 'b');
    {
        std::lock_guard lock(guard);
        permits = 1;
    }
    changed.notify_one();
    {
        std::lock_guard lock(guard);
        closed = true;
    }
    changed.notify_all();
    a.join();
    b.join();
    std::printf("%c\n", first);
}
