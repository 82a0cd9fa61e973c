// expect: lost-wakeup
// One condition and notify_one for producers and consumers of a buffer of one place.
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>

static std::mutex guard;
static std::condition_variable changed;
static std::queue<int> items;

static void put() {
    std::unique_lock lock(guard);
    while (items.size() == 1) changed.wait(lock);
    items.push(1);
    changed.notify_one();
}

static void get() {
    std::unique_lock lock(guard);
    while (items.empty()) changed.wait(lock);
    items.pop();
    changed.notify_one();
}

int main() {
    std::thread a(get), b(get), c(put), d(put);
    a.join();
    b.join();
    c.join();
    d.join();
}
