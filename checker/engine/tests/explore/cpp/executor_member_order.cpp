// expect: data-race|misuse
// about: a thread is declared before the members that it uses
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>
class Executor {
    std::thread t{[this] { run(); }};
    std::mutex m;
    std::condition_variable cv;
    std::vector<int> q = std::vector<int>(3, 1);
    bool stop = false;
    void run() { std::unique_lock l(m); cv.wait(l, [&] { return stop; }); }
public:
    ~Executor() { { std::lock_guard g(m); stop = true; } cv.notify_all(); t.join(); }
};
int main() { Executor e; }
