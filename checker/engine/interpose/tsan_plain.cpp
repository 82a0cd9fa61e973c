// tsan_plain.cpp: the compiler's hooks for plain accesses and for calls (-fsanitize=thread, without libtsan).
#include "interpose/export.hpp"
#include "model/plain_access.hpp"
#include "trace/storage.hpp"

#include <cstddef>

using interleave::exec;

namespace {

// Of at most 16 bytes. Apart, so that the hooks cost next to nothing when nobody wants to know.
template <unsigned size, bool write>
[[gnu::noinline]] void watched_access(std::uintptr_t address, std::uintptr_t pc) {
    ++exec.ticks;
    if (write) exec.last_write = exec.ticks;
    if (exec.current->private_stack(address)) {
        // An array of variable length lies below what was there at the function's entry.
        if (address < interleave::deepest_frame) interleave::deepest_frame = address;
        if (!exec.reads_on_and_on()) return;
    }
    interleave::common_access<size, write>(address, pc);
}

template <unsigned size, bool write>
[[gnu::always_inline]] inline void access(const void* where, std::uintptr_t pc) {
    using interleave::Execution;
    if (exec.plain_accesses == Execution::PlainAccesses::counted)
        ++exec.ticks;
    else if (exec.plain_accesses == Execution::PlainAccesses::watched)
        watched_access<size, write>(reinterpret_cast<std::uintptr_t>(where), pc);
}

void access_range(const void* where, std::size_t size, bool write, std::uintptr_t pc) {
    exec.plain_access(reinterpret_cast<std::uintptr_t>(where), size, write, pc);
}

}  // namespace

#define INTERLEAVE_HOOK(NAME, SIZE, WRITE) \
    INTERLEAVE_EXPORT void NAME(void* address) { access<SIZE, WRITE>(address, INTERLEAVE_PLAIN_PC); }

#define INTERLEAVE_HOOKS(PREFIX)               \
    INTERLEAVE_HOOK(PREFIX##read1, 1, false)   \
    INTERLEAVE_HOOK(PREFIX##read2, 2, false)   \
    INTERLEAVE_HOOK(PREFIX##read4, 4, false)   \
    INTERLEAVE_HOOK(PREFIX##read8, 8, false)   \
    INTERLEAVE_HOOK(PREFIX##read16, 16, false) \
    INTERLEAVE_HOOK(PREFIX##write1, 1, true)   \
    INTERLEAVE_HOOK(PREFIX##write2, 2, true)   \
    INTERLEAVE_HOOK(PREFIX##write4, 4, true)   \
    INTERLEAVE_HOOK(PREFIX##write8, 8, true)   \
    INTERLEAVE_HOOK(PREFIX##write16, 16, true)

INTERLEAVE_HOOKS(__tsan_)
INTERLEAVE_HOOKS(__tsan_unaligned_)
INTERLEAVE_HOOKS(__tsan_volatile_)
INTERLEAVE_HOOKS(__tsan_unaligned_volatile_)

// A compound access: the read first, then the write.
#define INTERLEAVE_READ_WRITE(NAME, SIZE)                  \
    INTERLEAVE_EXPORT void NAME(void* address) {           \
        access<SIZE, false>(address, INTERLEAVE_PLAIN_PC); \
        access<SIZE, true>(address, INTERLEAVE_PLAIN_PC);  \
    }
INTERLEAVE_READ_WRITE(__tsan_read_write1, 1)
INTERLEAVE_READ_WRITE(__tsan_read_write2, 2)
INTERLEAVE_READ_WRITE(__tsan_read_write4, 4)
INTERLEAVE_READ_WRITE(__tsan_read_write8, 8)
INTERLEAVE_READ_WRITE(__tsan_read_write16, 16)

INTERLEAVE_EXPORT void __tsan_read_range(void* address, unsigned long size) {
    access_range(address, size, false, INTERLEAVE_PLAIN_PC);
}
INTERLEAVE_EXPORT void __tsan_write_range(void* address, unsigned long size) {
    access_range(address, size, true, INTERLEAVE_PLAIN_PC);
}

INTERLEAVE_EXPORT void __tsan_vptr_update(void** address, void* value) {
    if (*address != value) access<sizeof(void*), true>(address, INTERLEAVE_PLAIN_PC);
}
INTERLEAVE_EXPORT void __tsan_vptr_read(void** address) { access<sizeof(void*), false>(address, INTERLEAVE_PLAIN_PC); }

INTERLEAVE_EXPORT void __tsan_init() {}
INTERLEAVE_EXPORT void __tsan_ignore_thread_begin() {}
INTERLEAVE_EXPORT void __tsan_ignore_thread_end() {}

namespace {

// `frame` is where the frame of the hand-in's function begins, as debug information counts it.
__attribute__((INTERLEAVE_APART)) void follow_call(void* caller, void* entry, std::uintptr_t frame) {
    exec.current->calls.push_back(reinterpret_cast<std::uintptr_t>(caller));
    interleave::enter_frame(exec.current->id, frame, reinterpret_cast<std::uintptr_t>(entry));
}

}  // namespace

// Calls are followed only while an execution is being recorded.
INTERLEAVE_EXPORT void __tsan_func_entry(void* caller) {
    const auto frame = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    if (frame < interleave::deepest_frame) interleave::deepest_frame = frame;
    if (exec.recorder == nullptr) [[likely]]
        return;
    if (!exec.active) return;
    // The frame of this hook begins with the frame pointer of the hand-in's function, whose frame begins two words
    // above that.
    const std::uintptr_t pointer = *static_cast<const std::uintptr_t*>(__builtin_frame_address(0));
    follow_call(caller, __builtin_return_address(0), pointer + 2 * sizeof(void*));
}
INTERLEAVE_EXPORT void __tsan_func_exit() {
    if (exec.recorder == nullptr) [[likely]]
        return;
    if (!exec.active || exec.current->calls.empty()) return;
    exec.current->calls.pop_back();
    interleave::leave_frame(exec.current->id);
}

namespace {

void* copy_bytes(void* to, const void* from, std::size_t size) { return __builtin_memmove(to, from, size); }

}  // namespace

INTERLEAVE_EXPORT void* __tsan_memcpy(void* to, const void* from, std::size_t size) {
    access_range(from, size, false, INTERLEAVE_PLAIN_PC);
    access_range(to, size, true, INTERLEAVE_PLAIN_PC);
    return copy_bytes(to, from, size);
}
INTERLEAVE_EXPORT void* __tsan_memmove(void* to, const void* from, std::size_t size) {
    access_range(from, size, false, INTERLEAVE_PLAIN_PC);
    access_range(to, size, true, INTERLEAVE_PLAIN_PC);
    return copy_bytes(to, from, size);
}
INTERLEAVE_EXPORT void* __tsan_memset(void* to, int value, std::size_t size) {
    access_range(to, size, true, INTERLEAVE_PLAIN_PC);
    return __builtin_memset(to, value, size);
}
