// pthread_cancel.cpp: cancels a thread.
#include "hostile.hpp"

#include <pthread.h>
#include <thread>

int add(int a, int b) {
    std::thread waiter([] {
        for (;;) std::this_thread::yield();
    });
    pthread_cancel(waiter.native_handle());
    waiter.join();
    return a + b;
}
