// cleanup_handler.cpp: a cleanup handler runs at pthread_exit().
#include "hostile.hpp"

#include <pthread.h>

static void note(void* cleaned) { *static_cast<bool*>(cleaned) = true; }
static void* work(void* cleaned) {
    pthread_cleanup_push(note, cleaned);
    pthread_exit(nullptr);
    pthread_cleanup_pop(0);
    return nullptr;
}

int add(int a, int b) {
    bool cleaned = false;
    pthread_t thread;
    pthread_create(&thread, nullptr, work, &cleaned);
    pthread_join(thread, nullptr);
    return cleaned ? a + b : 0;
}
