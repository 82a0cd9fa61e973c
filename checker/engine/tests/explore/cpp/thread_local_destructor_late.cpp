// expect: data-race
// about: a promise is kept before the destructors of thread_local objects have run
#include <cstdio>
#include <future>
#include <thread>
int flushed = 0;
struct Flush { int n = 0; ~Flush() { flushed += n; } };
thread_local Flush f;
int main() {
    std::promise<void> p;
    auto done = p.get_future();
    std::thread t([&] { f.n = 5; p.set_value(); });
    done.wait();
    std::printf("%d\n", flushed);
    t.join();
}
