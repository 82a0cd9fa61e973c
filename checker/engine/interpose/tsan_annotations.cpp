// tsan_annotations.cpp: what code tells ThreadSanitizer of locks that it builds itself, as atomic<shared_ptr> of g++ 13
// does. The engine sees the atomic operations that these locks are made of, and needs nothing else.
#include "interpose/export.hpp"

INTERLEAVE_EXPORT void __tsan_mutex_create(void*, unsigned) {}
INTERLEAVE_EXPORT void __tsan_mutex_destroy(void*, unsigned) {}
INTERLEAVE_EXPORT void __tsan_mutex_pre_lock(void*, unsigned) {}
INTERLEAVE_EXPORT void __tsan_mutex_post_lock(void*, unsigned, int) {}
INTERLEAVE_EXPORT int __tsan_mutex_pre_unlock(void*, unsigned) { return 0; }
INTERLEAVE_EXPORT void __tsan_mutex_post_unlock(void*, unsigned) {}
INTERLEAVE_EXPORT void __tsan_mutex_pre_signal(void*, unsigned) {}
INTERLEAVE_EXPORT void __tsan_mutex_post_signal(void*, unsigned) {}
INTERLEAVE_EXPORT void __tsan_mutex_pre_divert(void*, unsigned) {}
INTERLEAVE_EXPORT void __tsan_mutex_post_divert(void*, unsigned) {}
