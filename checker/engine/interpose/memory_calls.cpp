// memory_calls.cpp: memcpy and its like: accesses to whole ranges when the hand-in calls them. Libraries' calls go
// straight on.
#include "interpose/export.hpp"
#include "interpose/real.hpp"
#include "memory/snapshot.hpp"
#include "model/execution.hpp"

#include <dlfcn.h>
#include <algorithm>
#include <cstdarg>
#include <cstddef>
#include <cstring>

using interleave::exec;

namespace {

bool watched(const void* caller) { return exec.active && interleave::in_program_text(caller); }

void reads(const void* address, std::size_t size, std::uintptr_t pc) {
    if (size != 0) exec.plain_access(reinterpret_cast<std::uintptr_t>(address), size, false, pc);
}
void writes(void* address, std::size_t size, std::uintptr_t pc) {
    if (size != 0) exec.plain_access(reinterpret_cast<std::uintptr_t>(address), size, true, pc);
}

using Copy = void*(void*, const void*, std::size_t);
using Fill = void*(void*, int, std::size_t);
using Compare = int(const void*, const void*, std::size_t);
using Length = std::size_t(const char*);

Copy* g_copy = nullptr;
Copy* g_move = nullptr;
Fill* g_fill = nullptr;
Compare* g_compare = nullptr;
Length* g_length = nullptr;

// These are called before constructors run; then the processor's own string instructions serve.
void* copy_slowly(void* to, const void* from, std::size_t size) {
    void* result = to;
    __asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(size) : : "memory");
    return result;
}
void* fill_slowly(void* to, int value, std::size_t size) {
    void* result = to;
    __asm__ volatile("rep stosb" : "+D"(to), "+c"(size) : "a"(value) : "memory");
    return result;
}

__attribute__((constructor(101))) void find_real_calls() {
    g_copy = reinterpret_cast<Copy*>(dlsym(RTLD_NEXT, "memcpy"));
    g_move = reinterpret_cast<Copy*>(dlsym(RTLD_NEXT, "memmove"));
    g_fill = reinterpret_cast<Fill*>(dlsym(RTLD_NEXT, "memset"));
    g_compare = reinterpret_cast<Compare*>(dlsym(RTLD_NEXT, "memcmp"));
    g_length = reinterpret_cast<Length*>(dlsym(RTLD_NEXT, "strlen"));
}

}  // namespace

namespace interleave {
void clear_memory(void* begin, std::size_t size) noexcept {
    if (g_fill != nullptr) [[likely]]
        g_fill(begin, 0, size);
    else
        fill_slowly(begin, 0, size);
}
void copy_memory(void* to, const void* from, std::size_t size) noexcept {
    if (g_copy != nullptr) [[likely]]
        g_copy(to, from, size);
    else
        copy_slowly(to, from, size);
}
}  // namespace interleave

INTERLEAVE_EXPORT void* memcpy(void* __restrict to, const void* __restrict from, std::size_t size) {
    if (watched(__builtin_return_address(0))) {
        reads(from, size, INTERLEAVE_PC);
        writes(to, size, INTERLEAVE_PC);
    }
    return g_copy != nullptr ? g_copy(to, from, size) : copy_slowly(to, from, size);
}
INTERLEAVE_EXPORT void* memmove(void* to, const void* from, std::size_t size) {
    if (watched(__builtin_return_address(0))) {
        reads(from, size, INTERLEAVE_PC);
        writes(to, size, INTERLEAVE_PC);
    }
    if (g_move != nullptr) return g_move(to, from, size);
    if (to <= from) return copy_slowly(to, from, size);
    auto* target = static_cast<volatile char*>(to);
    for (const auto* source = static_cast<const volatile char*>(from); size-- > 0;) target[size] = source[size];
    return to;
}
INTERLEAVE_EXPORT void* memset(void* to, int value, std::size_t size) {
    if (watched(__builtin_return_address(0))) writes(to, size, INTERLEAVE_PC);
    return g_fill != nullptr ? g_fill(to, value, size) : fill_slowly(to, value, size);
}
INTERLEAVE_EXPORT int memcmp(const void* left, const void* right, std::size_t size) {
    if (watched(__builtin_return_address(0))) {
        reads(left, size, INTERLEAVE_PC);
        reads(right, size, INTERLEAVE_PC);
    }
    if (g_compare != nullptr) return g_compare(left, right, size);
    const auto* a = static_cast<const volatile unsigned char*>(left);
    const auto* b = static_cast<const volatile unsigned char*>(right);
    for (; size-- > 0; ++a, ++b)
        if (*a != *b) return *a < *b ? -1 : 1;
    return 0;
}
INTERLEAVE_EXPORT std::size_t strlen(const char* text) {
    std::size_t length = 0;
    if (g_length != nullptr) {
        length = g_length(text);
    } else {
        const volatile char* end = text;
        while (*end != '\0') ++end;
        length = static_cast<std::size_t>(end - text);
    }
    if (watched(__builtin_return_address(0))) reads(text, length + 1, INTERLEAVE_PC);
    return length;
}

#define INTERLEAVE_STRING_CALL(NAME, READS)                                                                \
    INTERLEAVE_EXPORT char* NAME(char* __restrict to, const char* __restrict from) {                       \
        static const auto real = reinterpret_cast<char* (*)(char*, const char*)>(dlsym(RTLD_NEXT, #NAME)); \
        if (watched(__builtin_return_address(0))) {                                                        \
            const std::size_t length = g_length(from) + 1;                                                 \
            reads(from, length, INTERLEAVE_PC);                                                            \
            writes(to + (READS), length, INTERLEAVE_PC);                                                   \
        }                                                                                                  \
        return real(to, from);                                                                             \
    }
INTERLEAVE_STRING_CALL(strcpy, 0)
INTERLEAVE_STRING_CALL(strcat, g_length(to))

INTERLEAVE_EXPORT int strcmp(const char* left, const char* right) {
    static const auto real = reinterpret_cast<int (*)(const char*, const char*)>(dlsym(RTLD_NEXT, "strcmp"));
    if (watched(__builtin_return_address(0))) {
        reads(left, g_length(left) + 1, INTERLEAVE_PC);
        reads(right, g_length(right) + 1, INTERLEAVE_PC);
    }
    return real(left, right);
}

INTERLEAVE_EXPORT char* strncpy(char* __restrict to, const char* __restrict from, std::size_t size) {
    static const auto real = reinterpret_cast<char* (*)(char*, const char*, std::size_t)>(dlsym(RTLD_NEXT, "strncpy"));
    if (watched(__builtin_return_address(0))) {
        const std::size_t length = strnlen(from, size);
        reads(from, length < size ? length + 1 : size, INTERLEAVE_PC);
        writes(to, size, INTERLEAVE_PC);
    }
    return real(to, from, size);
}
INTERLEAVE_EXPORT int strncmp(const char* left, const char* right, std::size_t size) {
    static const auto real =
        reinterpret_cast<int (*)(const char*, const char*, std::size_t)>(dlsym(RTLD_NEXT, "strncmp"));
    if (watched(__builtin_return_address(0))) {
        const std::size_t first = strnlen(left, size), second = strnlen(right, size);
        reads(left, first < size ? first + 1 : size, INTERLEAVE_PC);
        reads(right, second < size ? second + 1 : size, INTERLEAVE_PC);
    }
    return real(left, right, size);
}
// Formatting into memory writes there; it runs before the access is entered, since only then the length is known.
INTERLEAVE_EXPORT int vsnprintf(char* to, std::size_t size, const char* format, va_list list) {
    static const auto real =
        reinterpret_cast<int (*)(char*, std::size_t, const char*, va_list)>(dlsym(RTLD_NEXT, "vsnprintf"));
    const int length = real(to, size, format, list);
    if (watched(__builtin_return_address(0)) && length >= 0)
        writes(to, std::min(size, static_cast<std::size_t>(length) + 1), INTERLEAVE_PC);
    return length;
}
#define INTERLEAVE_FORMAT(SIZE)                                                                             \
    static const auto real =                                                                                \
        reinterpret_cast<int (*)(char*, std::size_t, const char*, va_list)>(dlsym(RTLD_NEXT, "vsnprintf")); \
    va_list list;                                                                                           \
    va_start(list, format);                                                                                 \
    const int length = real(to, SIZE, format, list);                                                        \
    va_end(list);                                                                                           \
    if (watched(__builtin_return_address(0)) && length >= 0)                                                \
        writes(to, std::min<std::size_t>(SIZE, static_cast<std::size_t>(length) + 1), INTERLEAVE_PC);       \
    return length
INTERLEAVE_EXPORT int snprintf(char* to, std::size_t size, const char* format, ...) { INTERLEAVE_FORMAT(size); }
INTERLEAVE_EXPORT int sprintf(char* to, const char* format, ...) {
    INTERLEAVE_FORMAT(static_cast<std::size_t>(0x7fffffff));
}
