// expect: data-race|misuse
// about: notifies a condition variable that the thread it wakes may have destroyed
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
struct Event { std::mutex m; std::condition_variable cv; bool set = false; };
int main() {
    auto* e = new Event;
    std::thread t([e] { { std::lock_guard g(e->m); e->set = true; } e->cv.notify_one(); });
    { std::unique_lock l(e->m); e->cv.wait(l, [e] { return e->set; }); }
    delete e;
    t.join();
}
