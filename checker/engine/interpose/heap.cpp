// heap.cpp: the hand-in's own allocations come from the arena; those of libraries and of the engine from the C library.
#include "interpose/export.hpp"
#include "interpose/program_caller.hpp"
#include "memory/arena.hpp"
#include "memory/snapshot.hpp"
#include "model/execution.hpp"

#include <dlfcn.h>
#include <malloc.h>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <new>

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
void __libc_free(void*);
}

namespace {

using namespace interleave;

// What a library keeps on a heap that is not put back between executions, nor where one begins at a checkpoint.
void note_library_memory(const void* caller) {
    if (in_engine_text(caller)) return;
    if (exec.active) exec.library_memory_used = true;
    // For the constructors of the program's globals: executions change it without another call.
    static bool looking = false;
    if (exec.executions != 0 || g_program.text_begin == 0 || exec.library_memory_at_start || looking) return;
    looking = true;
    exec.library_memory_at_start = library_serves_program();
    looking = false;
}

void* allocate(std::size_t size, std::size_t alignment, const void* caller) {
    if (!in_program_text(caller)) {
        note_library_memory(caller);
        return alignment <= 16 ? __libc_malloc(size) : __libc_memalign(alignment, size);
    }
    bool used_before = false;
    void* block = arena::allocate(size, alignment, used_before);
    if (used_before && exec.active) exec.shadow.forget(reinterpret_cast<std::uintptr_t>(block), size);
    if (block == nullptr) {
        // One request that no machine of the lab could serve fails as it would there; see std::bad_alloc.
        if (exec.active && size <= arena::capacity)
            exec.fail(FailureKind::out_of_memory, "the memory limit was reached");
        errno = ENOMEM;
    }
    return block;
}

void give_back(void* block, const void* caller) {
    if (block == nullptr) return;
    if (!arena::contains(block)) {
        if (exec.active && exec.limits.race_detection)
            exec.shadow.forget(reinterpret_cast<std::uintptr_t>(block), malloc_usable_size(block));
        note_library_memory(caller);
        __libc_free(block);
        return;
    }
    const bool live = arena::is_live(block);
    if (!live) {
        if (exec.active)
            exec.fail(FailureKind::misuse, thread_name(exec.current->id) +
                                               " gives memory back that is not allocated (a double delete or free?)");
        return;
    }
    if (exec.active)
        exec.freed(reinterpret_cast<std::uintptr_t>(block), arena::size_of(block),
                   reinterpret_cast<std::uintptr_t>(caller));
    arena::release(block);
}

void* allocate_or_throw(std::size_t size, std::size_t alignment, const void* caller) {
    void* block = allocate(size, alignment, caller);
    if (block == nullptr) throw std::bad_alloc();
    return block;
}

}  // namespace

#define CALLER __builtin_return_address(0)

INTERLEAVE_EXPORT void* malloc(std::size_t size) { return allocate(size, 16, CALLER); }
INTERLEAVE_EXPORT void free(void* block) { give_back(block, CALLER); }
INTERLEAVE_EXPORT void* calloc(std::size_t count, std::size_t size) {
    if (!in_program_text(CALLER)) {
        note_library_memory(CALLER);
        return __libc_calloc(count, size);
    }
    std::size_t bytes = 0;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        errno = ENOMEM;
        return nullptr;
    }
    void* block = allocate(bytes, 16, CALLER);
    if (block != nullptr) std::memset(block, 0, bytes);
    return block;
}
INTERLEAVE_EXPORT void* realloc(void* block, std::size_t size) {
    if (block == nullptr) return allocate(size, 16, CALLER);
    if (!arena::contains(block)) {
        note_library_memory(CALLER);
        return __libc_realloc(block, size);
    }
    void* fresh = allocate(size, 16, in_program_text(CALLER) ? CALLER : reinterpret_cast<void*>(g_program.text_begin));
    if (fresh == nullptr) return nullptr;
    const std::size_t old = arena::size_of(block);
    std::memcpy(fresh, block, old < size ? old : size);
    give_back(block, CALLER);
    return fresh;
}
INTERLEAVE_EXPORT void* reallocarray(void* block, std::size_t count, std::size_t size) {
    std::size_t bytes = 0;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        errno = ENOMEM;
        return nullptr;
    }
    if (block == nullptr) return allocate(bytes, 16, CALLER);
    if (!arena::contains(block)) {
        note_library_memory(CALLER);
        return __libc_realloc(block, bytes);
    }
    return realloc(block, bytes);
}
INTERLEAVE_EXPORT void* memalign(std::size_t alignment, std::size_t size) { return allocate(size, alignment, CALLER); }
INTERLEAVE_EXPORT void* aligned_alloc(std::size_t alignment, std::size_t size) {
    return allocate(size, alignment, CALLER);
}
INTERLEAVE_EXPORT int posix_memalign(void** where, std::size_t alignment, std::size_t size) {
    *where = allocate(size, alignment, CALLER);
    return *where == nullptr ? ENOMEM : 0;
}
INTERLEAVE_EXPORT std::size_t malloc_usable_size(void* block) noexcept {
    static const auto real = reinterpret_cast<std::size_t (*)(void*)>(dlsym(RTLD_NEXT, "malloc_usable_size"));
    return arena::contains(block) ? arena::size_of(block) : real(block);
}

#define INTERLEAVE_NEW INTERLEAVE_VISIBLE
using std::align_val_t;
using std::nothrow_t;
using std::size_t;

INTERLEAVE_NEW void* operator new(size_t size) { return allocate_or_throw(size, 16, CALLER); }
INTERLEAVE_NEW void* operator new[](size_t size) { return allocate_or_throw(size, 16, CALLER); }
INTERLEAVE_NEW void* operator new(size_t size, const nothrow_t&) noexcept { return allocate(size, 16, CALLER); }
INTERLEAVE_NEW void* operator new[](size_t size, const nothrow_t&) noexcept { return allocate(size, 16, CALLER); }
INTERLEAVE_NEW void* operator new(size_t size, align_val_t alignment) {
    return allocate_or_throw(size, static_cast<size_t>(alignment), CALLER);
}
INTERLEAVE_NEW void* operator new[](size_t size, align_val_t alignment) {
    return allocate_or_throw(size, static_cast<size_t>(alignment), CALLER);
}
INTERLEAVE_NEW void* operator new(size_t size, align_val_t alignment, const nothrow_t&) noexcept {
    return allocate(size, static_cast<size_t>(alignment), CALLER);
}
INTERLEAVE_NEW void* operator new[](size_t size, align_val_t alignment, const nothrow_t&) noexcept {
    return allocate(size, static_cast<size_t>(alignment), CALLER);
}
INTERLEAVE_NEW void operator delete(void* block) noexcept { give_back(block, CALLER); }
INTERLEAVE_NEW void operator delete[](void* block) noexcept { give_back(block, CALLER); }
INTERLEAVE_NEW void operator delete(void* block, const nothrow_t&) noexcept { give_back(block, CALLER); }
INTERLEAVE_NEW void operator delete[](void* block, const nothrow_t&) noexcept { give_back(block, CALLER); }
INTERLEAVE_NEW void operator delete(void* block, size_t) noexcept { give_back(block, CALLER); }
INTERLEAVE_NEW void operator delete[](void* block, size_t) noexcept { give_back(block, CALLER); }
INTERLEAVE_NEW void operator delete(void* block, align_val_t) noexcept { give_back(block, CALLER); }
INTERLEAVE_NEW void operator delete[](void* block, align_val_t) noexcept { give_back(block, CALLER); }
INTERLEAVE_NEW void operator delete(void* block, align_val_t, const nothrow_t&) noexcept { give_back(block, CALLER); }
INTERLEAVE_NEW void operator delete[](void* block, align_val_t, const nothrow_t&) noexcept { give_back(block, CALLER); }
INTERLEAVE_NEW void operator delete(void* block, size_t, align_val_t) noexcept { give_back(block, CALLER); }
INTERLEAVE_NEW void operator delete[](void* block, size_t, align_val_t) noexcept { give_back(block, CALLER); }
