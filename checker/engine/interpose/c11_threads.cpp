// c11_threads.cpp: <threads.h>. The C library implements these without its public POSIX functions, so they need their
// own way into the model.
#include "interpose/export.hpp"
#include "interpose/real.hpp"
#include "interpose/virtual_time.hpp"
#include "model/primitives.hpp"

#include <pthread.h>
#include <threads.h>
#include <cerrno>
#include <cstring>

using namespace interleave;

#define INTERLEAVE_PASS(NAME, ...) \
    if (!exec.active) return INTERLEAVE_REAL(NAME)(__VA_ARGS__)

namespace {

int to_c11(int error) {
    switch (error) {
        case 0: return thrd_success;
        case EBUSY: return thrd_busy;
        case ETIMEDOUT: return thrd_timedout;
        case ENOMEM: return thrd_nomem;
        default: return thrd_error;
    }
}

}  // namespace

INTERLEAVE_EXPORT int thrd_create(thrd_t* thread, thrd_start_t start, void* argument) {
    return to_c11(
        pthread_create(thread, nullptr, reinterpret_cast<void* (*)(void*)>(reinterpret_cast<void*>(start)), argument));
}
INTERLEAVE_EXPORT int thrd_join(thrd_t thread, int* result) {
    void* value = nullptr;
    const int error = pthread_join(thread, &value);
    if (error == 0 && result != nullptr) *result = static_cast<int>(reinterpret_cast<std::intptr_t>(value));
    return to_c11(error);
}
INTERLEAVE_EXPORT int thrd_detach(thrd_t thread) { return to_c11(pthread_detach(thread)); }
INTERLEAVE_EXPORT void thrd_exit(int result) {
    pthread_exit(reinterpret_cast<void*>(static_cast<std::intptr_t>(result)));
}
INTERLEAVE_EXPORT void thrd_yield() {
    if (exec.active) yield_thread(INTERLEAVE_PC);
}
INTERLEAVE_EXPORT int thrd_sleep(const timespec* duration, timespec* left) {
    INTERLEAVE_PASS(thrd_sleep, duration, left);
    sleep_until(exec.now + nanoseconds(*duration), INTERLEAVE_PC);
    return 0;
}

INTERLEAVE_EXPORT int mtx_init(mtx_t* mutex, int type) {
    INTERLEAVE_PASS(mtx_init, mutex, type);
    std::memset(mutex, 0, sizeof *mutex);
    reinterpret_cast<int*>(mutex)[4] = (type & mtx_recursive) != 0 ? PTHREAD_MUTEX_RECURSIVE : PTHREAD_MUTEX_NORMAL;
    return thrd_success;
}
INTERLEAVE_EXPORT void mtx_destroy(mtx_t* mutex) {
    if (exec.active) destroy_mutex(mutex);
}
INTERLEAVE_EXPORT int mtx_lock(mtx_t* mutex) {
    INTERLEAVE_PASS(mtx_lock, mutex);
    return to_c11(lock_mutex(mutex, no_deadline, INTERLEAVE_PC));
}
INTERLEAVE_EXPORT int mtx_trylock(mtx_t* mutex) {
    INTERLEAVE_PASS(mtx_trylock, mutex);
    return to_c11(try_lock_mutex(mutex, INTERLEAVE_PC));
}
INTERLEAVE_EXPORT int mtx_timedlock(mtx_t* mutex, const timespec* until) {
    INTERLEAVE_PASS(mtx_timedlock, mutex, until);
    return to_c11(lock_mutex(mutex, deadline_of(CLOCK_REALTIME, until), INTERLEAVE_PC));
}
INTERLEAVE_EXPORT int mtx_unlock(mtx_t* mutex) {
    INTERLEAVE_PASS(mtx_unlock, mutex);
    return to_c11(unlock_mutex(mutex, INTERLEAVE_PC));
}

INTERLEAVE_EXPORT int cnd_init(cnd_t* condition) {
    INTERLEAVE_PASS(cnd_init, condition);
    std::memset(condition, 0, sizeof *condition);
    return thrd_success;
}
INTERLEAVE_EXPORT void cnd_destroy(cnd_t* condition) {
    if (exec.active) destroy_condition(condition);
}
INTERLEAVE_EXPORT int cnd_wait(cnd_t* condition, mtx_t* mutex) {
    INTERLEAVE_PASS(cnd_wait, condition, mutex);
    return to_c11(wait_condition(condition, mutex, no_deadline, INTERLEAVE_PC));
}
INTERLEAVE_EXPORT int cnd_timedwait(cnd_t* condition, mtx_t* mutex, const timespec* until) {
    INTERLEAVE_PASS(cnd_timedwait, condition, mutex, until);
    return to_c11(wait_condition(condition, mutex, deadline_of(CLOCK_REALTIME, until), INTERLEAVE_PC));
}
INTERLEAVE_EXPORT int cnd_signal(cnd_t* condition) {
    INTERLEAVE_PASS(cnd_signal, condition);
    notify_condition(condition, false, INTERLEAVE_PC);
    return thrd_success;
}
INTERLEAVE_EXPORT int cnd_broadcast(cnd_t* condition) {
    INTERLEAVE_PASS(cnd_broadcast, condition);
    notify_condition(condition, true, INTERLEAVE_PC);
    return thrd_success;
}

INTERLEAVE_EXPORT void call_once(once_flag* flag, void (*initialise)()) {
    pthread_once(reinterpret_cast<pthread_once_t*>(flag), initialise);
}
INTERLEAVE_EXPORT int tss_create(tss_t* key, tss_dtor_t destroy) { return to_c11(pthread_key_create(key, destroy)); }
INTERLEAVE_EXPORT void tss_delete(tss_t key) { pthread_key_delete(key); }
INTERLEAVE_EXPORT int tss_set(tss_t key, void* value) { return to_c11(pthread_setspecific(key, value)); }
INTERLEAVE_EXPORT void* tss_get(tss_t key) { return pthread_getspecific(key); }
