// expect: data-race
// about: two threads resume one coroutine
#include <coroutine>
#include <thread>
#include <exception>
struct Task {
    struct promise_type {
        Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::terminate(); }
    };
    std::coroutine_handle<promise_type> h;
};
int n;
Task count() { for (int i = 0; i < 4; ++i) { ++n; co_await std::suspend_always{}; } }
int main() {
    Task t = count();
    std::thread a([&] { t.h.resume(); }), b([&] { t.h.resume(); });
    a.join();
    b.join();
    t.h.destroy();
    return n - 2;
}
