// random_program.cpp: a small concurrent program made from a seed: two or three threads, a few operations each on
// shared objects of every kind. What it prints depends on the order of all that matters.
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <latch>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <thread>
#include <vector>

namespace {

enum class Kind {
    guarded,
    two_locks,
    try_lock,
    load,
    store,
    fetch_add,
    exchange,
    compare_exchange,
    acquire_release,
    release,
    try_acquire,
    shared_read,
    exclusive_write,
    try_shared,
    try_exclusive,
    notify_one,
    notify_all,
    wait,
    count_down,
    try_wait,
    output,
    once,
    scoped,
    count
};

struct Operation {
    Kind kind;
    int mutex, atomic, value;
};

struct Plan {
    std::vector<std::vector<Operation>> threads;
    int permits = 0;
};

class Dice {
public:
    explicit Dice(unsigned seed) : state_(seed * 2654435761u + 12345u) {}
    int below(int bound) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state_ >> 33) % static_cast<unsigned>(bound));
    }

private:
    unsigned long state_;
};

Plan make_plan(unsigned seed) {
    Dice dice(seed);
    Plan plan;
    plan.permits = dice.below(3);
    const int threads = dice.below(4) == 0 ? 3 : 2;
    const int operations = threads == 3 ? 2 : 2 + dice.below(2);
    // Few kinds a program, so that threads meet.
    std::vector<Kind> kinds;
    for (int i = 2 + dice.below(3); i > 0; --i)
        kinds.push_back(static_cast<Kind>(dice.below(static_cast<int>(Kind::count))));
    for (int t = 0; t < threads; ++t) {
        plan.threads.emplace_back();
        for (int i = 0; i < operations; ++i)
            plan.threads.back().push_back({kinds[static_cast<unsigned>(dice.below(static_cast<int>(kinds.size())))],
                                           dice.below(2), dice.below(2), 1 + dice.below(2)});
    }
    return plan;
}

struct World {
    std::mutex mutexes[2], door;
    int guarded[2] = {};
    std::atomic<int> atomics[2] = {};
    std::counting_semaphore<16> permits;
    std::shared_mutex shared;
    int written = 0;
    std::condition_variable changed;
    int ready = 0;
    std::latch latch{3};
    std::once_flag flag;
    int first = -1;
    explicit World(int count) : permits(count) {}
};

// Returns what the thread has seen.
long perform(World& world, int thread, const std::vector<Operation>& operations) {
    long seen = 0;
    const auto note = [&](int value) { seen = seen * 13 + value + 1; };
    for (const Operation& operation : operations) {
        std::mutex& mutex = world.mutexes[operation.mutex];
        int& guarded = world.guarded[operation.mutex];
        std::atomic<int>& atomic = world.atomics[operation.atomic];
        const int value = operation.value;
        switch (operation.kind) {
            case Kind::guarded: {
                std::lock_guard lock(mutex);
                note(guarded);
                guarded = guarded * 2 + value;
                break;
            }
            case Kind::two_locks: {
                std::lock_guard outer(mutex);
                std::lock_guard inner(world.mutexes[1 - operation.mutex]);
                note(world.guarded[1 - operation.mutex]);
                guarded = guarded * 3 + thread + 1;
                break;
            }
            case Kind::try_lock:
                if (mutex.try_lock()) {
                    guarded += value * (thread + 1);
                    note(guarded);
                    mutex.unlock();
                } else {
                    note(-1);
                }
                break;
            case Kind::load: note(atomic.load()); break;
            case Kind::store: atomic.store(value + 2 * thread); break;
            case Kind::fetch_add: note(atomic.fetch_add(value)); break;
            case Kind::exchange: note(atomic.exchange(value)); break;
            case Kind::compare_exchange: {
                int expected = value - 1;
                note(atomic.compare_exchange_strong(expected, value + 2) ? 7 : expected);
                break;
            }
            case Kind::acquire_release:
                world.permits.acquire();
                note(atomic.fetch_add(1));
                world.permits.release();
                break;
            case Kind::release: world.permits.release(); break;
            case Kind::try_acquire: note(world.permits.try_acquire()); break;
            case Kind::shared_read: {
                std::shared_lock lock(world.shared);
                note(world.written);
                break;
            }
            case Kind::exclusive_write: {
                std::unique_lock lock(world.shared);
                world.written = world.written * 2 + thread + 1;
                break;
            }
            case Kind::try_shared: {
                const bool got = world.shared.try_lock_shared();
                note(got);
                if (got) world.shared.unlock_shared();
                break;
            }
            case Kind::try_exclusive: {
                const bool got = world.shared.try_lock();
                note(got);
                if (got) world.shared.unlock();
                break;
            }
            case Kind::notify_one:
            case Kind::notify_all: {
                std::lock_guard lock(world.door);
                ++world.ready;
                if (operation.kind == Kind::notify_one)
                    world.changed.notify_one();
                else
                    world.changed.notify_all();
                break;
            }
            case Kind::wait: {
                std::unique_lock lock(world.door);
                world.changed.wait(lock, [&] { return world.ready > 0; });
                note(world.ready--);
                break;
            }
            case Kind::count_down:
                // Three arrivals at most: more would be a misuse.
                if (world.atomics[1].fetch_add(1) < 3) world.latch.count_down();
                break;
            case Kind::try_wait: note(world.latch.try_wait()); break;
            case Kind::output: std::printf("%d", thread); break;
            case Kind::once:
                std::call_once(world.flag, [&] {
                    atomic.fetch_add(value);
                    world.first = thread;
                });
                note(world.first);
                break;
            case Kind::scoped: {
                std::scoped_lock lock(mutex, world.door);
                note(guarded);
                break;
            }
            case Kind::count: break;
        }
    }
    return seen;
}

}  // namespace

int main(int count, char** arguments) {
    const Plan plan = make_plan(count > 1 ? static_cast<unsigned>(std::atoi(arguments[1])) : 1);
    World world(plan.permits);
    std::vector<long> seen(plan.threads.size());
    std::vector<std::thread> threads;
    for (unsigned t = 0; t < plan.threads.size(); ++t)
        threads.emplace_back([&, t] { seen[t] = perform(world, static_cast<int>(t), plan.threads[t]); });
    for (auto& thread : threads) thread.join();
    std::printf("|%d %d %d %d %d %d", world.guarded[0], world.guarded[1], world.written, world.ready,
                world.atomics[0].load(), world.atomics[1].load());
    for (const long value : seen) std::printf(" %ld", value);
}
