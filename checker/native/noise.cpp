// noise.cpp: CPU affinity by run, and yields at thread starts and around locks, by wrapping the C library's functions.
#include "noise.hpp"

#include <dlfcn.h>
#include <pthread.h>
#include <sched.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdlib>

namespace interleave::native {
namespace {

std::atomic<std::uint32_t> seed{0};  // 0: no noise
std::atomic<std::uint32_t> threads_seen{0};

std::uint32_t next_random() noexcept {
    thread_local std::uint32_t state = 0;
    if (state == 0) state = (seed.load(std::memory_order_relaxed) + ++threads_seen) * 2654435761U | 1U;
    state ^= state << 13U;  // xorshift32
    state ^= state >> 17U;
    state ^= state << 5U;
    return state;
}

bool noisy() noexcept { return seed.load(std::memory_order_relaxed) != 0; }

// One of the CPUs that this process may use.
void pin(unsigned choice) noexcept {
    cpu_set_t allowed;
    if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
    const int count = CPU_COUNT(&allowed);
    if (count < 2) return;
    int skip = static_cast<int>(choice % static_cast<unsigned>(count));
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (!CPU_ISSET(cpu, &allowed) || skip-- > 0) continue;
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(cpu, &one);
        ::sched_setaffinity(0, sizeof one, &one);
        return;
    }
}

struct Start {
    void* (*routine)(void*);
    void* argument;
};

void* start_late(void* given) {
    const Start start = *static_cast<Start*>(given);
    delete static_cast<Start*>(given);
    disturb();
    return start.routine(start.argument);
}

// A function of the C library behind our wrapper. Found at the first call, without a guard variable: these are the very
// functions that initialising one may need.
template <class Function>
class Next {
public:
    constexpr explicit Next(const char* name) : name_(name) {}
    Function* get() noexcept {
        void* found = found_.load(std::memory_order_relaxed);
        if (found == nullptr) found_ = found = ::dlsym(RTLD_NEXT, name_);
        if (found == nullptr) std::abort();
        return reinterpret_cast<Function*>(found);
    }

private:
    const char* name_;
    std::atomic<void*> found_{nullptr};
};

constinit Next<int(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)> next_create{"pthread_create"};
constinit Next<int(pthread_mutex_t*)> next_lock{"pthread_mutex_lock"};
constinit Next<int(pthread_mutex_t*)> next_unlock{"pthread_mutex_unlock"};

}  // namespace

void start_noise(int run) noexcept {
    if (run == 0) return;
    if (run % 3 == 1) pin(static_cast<unsigned>(run) / 3);
    seed = static_cast<std::uint32_t>(run);
}

void disturb() noexcept {
    if (!noisy()) return;
    const int error = errno;
    const std::uint32_t random = next_random();
    if (random % 4 == 0) ::sched_yield();
    if (random % 64 == 1) ::usleep(random / 64 % 100);
    errno = error;
}

}  // namespace interleave::native

// The executable's definitions go before the C library's, for libstdc++.so too.
extern "C" {

__attribute__((visibility("default"))) int pthread_create(pthread_t* thread, const pthread_attr_t* attributes,
                                                          void* (*routine)(void*), void* argument) {
    using namespace interleave::native;
    if (!noisy()) return next_create.get()(thread, attributes, routine, argument);
    auto* start = new Start{routine, argument};
    const int error = next_create.get()(thread, attributes, &start_late, start);
    if (error != 0) delete start;
    return error;
}

__attribute__((visibility("default"))) int pthread_mutex_lock(pthread_mutex_t* mutex) {
    using namespace interleave::native;
    disturb();
    return next_lock.get()(mutex);
}

__attribute__((visibility("default"))) int pthread_mutex_unlock(pthread_mutex_t* mutex) {
    using namespace interleave::native;
    const int error = next_unlock.get()(mutex);
    disturb();
    return error;
}

}  // extern "C"
