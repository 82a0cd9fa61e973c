// expect: passed
// output: 13\n
// budget: 1000
// about: coroutines that go on in a pool of two threads
#include <condition_variable>
#include <coroutine>
#include <cstdio>
#include <deque>
#include <exception>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <thread>
#include <vector>
class Pool {
    std::mutex m;
    std::condition_variable_any cv;
    std::deque<std::coroutine_handle<>> ready;
    std::vector<std::jthread> threads;
public:
    explicit Pool(int n) {
        for (int i = 0; i < n; ++i) threads.emplace_back([this](std::stop_token st) {
            for (;;) {
                std::coroutine_handle<> h;
                {
                    std::unique_lock l(m);
                    if (!cv.wait(l, st, [&] { return !ready.empty(); })) return;
                    h = ready.front();
                    ready.pop_front();
                }
                h.resume();
            }
        });
    }
    auto schedule() {
        struct A {
            Pool& p;
            bool await_ready() const noexcept { return false; }
            void await_suspend(std::coroutine_handle<> h) { std::lock_guard g(p.m); p.ready.push_back(h); p.cv.notify_one(); }
            void await_resume() {}
        };
        return A{*this};
    }
};
struct Fire {
    struct promise_type {
        Fire get_return_object() { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::terminate(); }
    };
};
std::counting_semaphore<> done{0};
Fire job(Pool& p, int& out, int v) { co_await p.schedule(); out = v * v; done.release(); }
int main() {
    int a = 0, b = 0;
    Pool pool(2);
    job(pool, a, 2);
    job(pool, b, 3);
    done.acquire();
    done.acquire();
    std::printf("%d\n", a + b);
}
