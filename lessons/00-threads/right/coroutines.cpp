// Right: each worker is a coroutine that goes on in a thread of its own.
#include "threads.hpp"

#include <coroutine>
#include <exception>
#include <thread>

namespace {

struct Job {
    struct promise_type {
        Job get_return_object() { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::terminate(); }
    };
};

// co_await goes on in a new thread.
struct InThread {
    std::thread& thread;
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> coroutine) {
        std::thread& place = thread;  // this object may be gone as soon as the thread runs
        place = std::thread([coroutine] { coroutine.resume(); });
    }
    void await_resume() const {}
};

Job worker(std::thread& thread, int& slot, const Work& work, int number) {
    co_await InThread{thread};
    slot = work("worker " + std::to_string(number), number);
}

}  // namespace

std::vector<int> run_workers(int count, const Work& work) {
    std::vector<int> slots(count);
    std::vector<std::thread> threads(count);
    for (int i = 0; i < count; ++i) {
        worker(threads[i], slots[i], work, i);
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return slots;
}
