// real.hpp: the C library's own versions of the functions that the engine interposes.
//
// Found once through dlsym(RTLD_NEXT); callable at any time, also from constructors that run before the engine's.
#pragma once

#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/types.h>
#include <cstddef>
#include <cstdio>
#include <ctime>

namespace interleave {

template <class Function>
Function* find_real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace interleave

// Calls the next definition of NAME in link order with the given arguments.
#define INTERLEAVE_REAL(NAME)                                                                                      \
    ([]() -> decltype(&NAME) {                                                                                     \
        static decltype(&NAME) const next_definition = reinterpret_cast<decltype(&NAME)>(dlsym(RTLD_NEXT, #NAME)); \
        return next_definition;                                                                                    \
    }())

namespace interleave {

inline int real_pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*start)(void*),
                               void* argument) {
    return INTERLEAVE_REAL(pthread_create)(thread, attributes, start, argument);
}
inline int real_pthread_attr_destroy(pthread_attr_t* attributes) { return pthread_attr_destroy(attributes); }
long real_syscall(long number, ...);
// memset() to zero and memcpy(), past the hooks.
void clear_memory(void* begin, std::size_t size) noexcept;
void copy_memory(void* to, const void* from, std::size_t size) noexcept;

}  // namespace interleave
