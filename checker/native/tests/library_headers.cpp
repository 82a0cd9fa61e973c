// library_headers.cpp: uses every function of the library headers of explored builds (engine/std), against a stand-in
// for the engine. One thread: what would block for ever aborts.
#undef NDEBUG
#include <atomic>
#include <barrier>
#include <cassert>
#include <cstdio>
#include <future>
#include <iostream>
#include <latch>
#include <memory>
#include <mutex>
#include <random>
#include <semaphore>
#include <shared_mutex>
#include <stop_token>
#include <string>
#include <syncstream>
#include <thread>
#include <vector>
#include <version>

constinit std::counting_semaphore<3> permits{2};
constinit std::binary_semaphore turn{0};
constinit std::latch gate{2};
constinit std::barrier<> meet{1};
std::mutex a, b;
std::recursive_mutex r;
std::timed_mutex t;
std::recursive_timed_mutex rt;
std::shared_mutex s, s2;
std::shared_timed_mutex st;
struct Mine {
    void lock() {}
    bool try_lock() { return true; }
    void unlock() {}
} mine;
extern int locked_together;
static_assert(std::counting_semaphore<7>::max() == 7 && std::binary_semaphore::max() == 1);
static_assert(!std::is_copy_constructible_v<std::latch> && !std::is_move_constructible_v<std::binary_semaphore>);
static_assert(__cpp_lib_semaphore && __cpp_lib_latch && __cpp_lib_barrier && __cpp_lib_atomic_wait &&
              __cpp_lib_jthread);
static_assert(sizeof(std::shared_mutex) == sizeof(pthread_rwlock_t) && sizeof(std::mutex) == sizeof(pthread_mutex_t));
struct Done {
    int* n;
    void operator()() noexcept { ++*n; }
};
int main() {
    using namespace std::chrono_literals;
    permits.acquire();
    assert(permits.try_acquire());
    assert(!permits.try_acquire());
    permits.release(2);
    assert(permits.try_acquire_for(1ms));
    assert(permits.try_acquire_for(1.5s));
    assert(!permits.try_acquire_for(std::chrono::hours::max()));
    assert(!permits.try_acquire_until(std::chrono::system_clock::now() + 1s));
    assert(!permits.try_acquire_until(std::chrono::steady_clock::time_point::max()));
    assert(!permits.try_acquire_for(-1s));
    std::counting_semaphore<> plenty(5);
    plenty.acquire();
    gate.count_down();
    assert(!gate.try_wait());
    gate.arrive_and_wait();
    gate.wait();
    assert(gate.try_wait());
    const std::latch zero{0};
    zero.wait();
    int completions = 0;
    std::barrier phases(2, Done{&completions});
    auto token = phases.arrive();
    assert(completions == 0);
    (void)phases.arrive();
    assert(completions == 1);
    phases.wait(std::move(token));
    (void)phases.arrive(2);
    assert(completions == 2);
    phases.arrive_and_drop();
    phases.arrive_and_wait();
    assert(completions == 3);
    phases.arrive_and_wait();
    assert(completions == 4);
    std::barrier lambda(1, [&]() noexcept { completions = 9; });
    lambda.arrive_and_wait();
    assert(completions == 9);
    meet.arrive_and_wait();
    {
        std::scoped_lock l(a, b);
        assert(locked_together == 2);
    }
    {
        std::scoped_lock l(a, r, t, rt);
        assert(locked_together == 4);
    }
    {
        std::scoped_lock l(s, s2, st);
        assert(locked_together == 3);
    }
    locked_together = 0;
    {
        std::scoped_lock l(a, mine);
        std::scoped_lock one(b);
        assert(locked_together == 0);
    }
    {
        std::unique_lock x(a, std::defer_lock), y(b, std::defer_lock);
        std::lock(x, y);
        assert(x.owns_lock() && y.owns_lock() && locked_together == 2);
        try {
            std::lock(x, y);
            assert(false);
        } catch (const std::system_error& e) {
            assert(e.code() == std::errc::resource_deadlock_would_occur);
        }
    }
    {
        std::unique_lock<std::mutex> x, y(b, std::defer_lock);
        try {
            std::lock(y, x);
            assert(false);
        } catch (const std::system_error& e) {
            assert(e.code() == std::errc::operation_not_permitted);
        }
        assert(!y.owns_lock());
    }
    {
        std::lock(a, b);
        std::lock_guard g(a, std::adopt_lock);
        b.unlock();
    }
    {
        std::unique_lock x(r, std::defer_lock);
        std::lock(x, a);
        a.unlock();
    }
    std::atomic<int> i{1};
    i.wait(0);
    i.notify_one();
    std::atomic<double> d{1};
    d.wait(2);
    d.notify_all();
    std::atomic_flag f;
    f.wait(true);
    f.notify_all();
    struct P {
        int x, y, z;
    };
    std::atomic<P*> p{nullptr};
    p.notify_one();
    int v = 3;
    std::atomic_ref<int> ref(v);
    ref.wait(4);
    ref.notify_all();
    std::atomic<std::shared_ptr<int>> sp{std::make_shared<int>(4)};
    assert(*sp.load() == 4);
    std::jthread j([&](std::stop_token stop) {
        std::stop_callback cb(stop, [] {});
        while (!stop.stop_requested()) std::this_thread::yield();
    });
    j.request_stop();
    j.join();
    std::promise<int> promise;
    auto future = promise.get_future();
    promise.set_value(6);
    assert(future.get() == 6);
    assert(std::async(std::launch::async, [] { return 7; }).get() == 7);
    std::osyncstream(std::cout) << "ok" << std::endl;
}
