// fiber.cpp: parked threads, their thread-local blocks, and the switch between them.
#include "fiber/fiber.hpp"

#include "interpose/real.hpp"

#include <asm/prctl.h>
#include <cxxabi.h>
#include <elf.h>
#include <link.h>
#include <linux/futex.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <algorithm>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstring>
#include <memory>
#include <vector>

extern "C" {
void interleave_switch(void** save_sp, void* load_sp, unsigned long thread_pointer);
void interleave_switch_syscall(void** save_sp, void* load_sp, unsigned long thread_pointer);
void interleave_fiber_entry();
}

namespace interleave {
namespace {

std::vector<std::unique_ptr<Fiber>>& fibers() {
    static std::vector<std::unique_ptr<Fiber>> all;
    return all;
}

bool have_fsgsbase() {
    static const bool have = (getauxval(AT_HWCAP2) & 2) != 0;
    return have;
}
bool g_fsgsbase = false;

std::uintptr_t current_thread_pointer() {
    unsigned long value = 0;
    syscall(SYS_arch_prctl, ARCH_GET_FS, &value);
    return value;
}

// Where the main program's thread-local block lies, relative to the thread pointer, and its initial image.
struct TlsImage {
    const void* image = nullptr;
    std::size_t image_size = 0;
    std::size_t size = 0;
    std::intptr_t offset = 0;
    std::intptr_t exceptions_offset = 0;  // of libstdc++'s caught/uncaught exceptions
    std::intptr_t errno_offset = 0;
} g_tls;

// Down to where the fiber's stack was used: small functions have no hook at their entry, so their frames are below the
// deepest one. Of a very deep stack only the upper part counts.
constexpr std::uintptr_t upper_part = 65536;
std::uintptr_t lowest_used(const Fiber& fiber) {
    constexpr std::uintptr_t below = 512;
    return fiber.stack_top - std::min((fiber.stack_top - fiber.deepest + below) & ~std::uintptr_t{63}, upper_part);
}

void* in_block(const Fiber& fiber, std::intptr_t offset) {
    return reinterpret_cast<void*>(static_cast<std::intptr_t>(fiber.thread_pointer) + offset);
}
constexpr std::size_t exceptions_size = sizeof(void*) + sizeof(unsigned);

int find_tls(dl_phdr_info* info, std::size_t, void*) {
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& header = info->dlpi_phdr[i];
        if (header.p_type != PT_TLS || info->dlpi_tls_data == nullptr) continue;
        g_tls.image = reinterpret_cast<const void*>(info->dlpi_addr + header.p_vaddr);
        g_tls.image_size = header.p_filesz;
        g_tls.size = header.p_memsz;
        g_tls.offset =
            reinterpret_cast<std::intptr_t>(info->dlpi_tls_data) - static_cast<std::intptr_t>(current_thread_pointer());
    }
    return 1;  // only the first entry, the main program
}

struct Parking {
    Fiber* fiber;
    std::atomic<int> ready{0};
};

void* park(void* argument) {
    auto* parking = static_cast<Parking*>(argument);
    auto* fiber = parking->fiber;
    pthread_attr_t attributes;
    pthread_getattr_np(pthread_self(), &attributes);
    void* low = nullptr;
    std::size_t size = 0;
    pthread_attr_getstack(&attributes, &low, &size);
    real_pthread_attr_destroy(&attributes);
    fiber->handle = pthread_self();
    fiber->thread_pointer = current_thread_pointer();
    fiber->stack_low = reinterpret_cast<std::uintptr_t>(low);
    // The parked thread's own frames stay above; the fiber's begin a good distance below them.
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    fiber->stack_top = (here - 8192) & ~std::uintptr_t{4095};
    fiber->deepest = fiber->stack_top - 16384;  // what was called here may have reached below 8192
    parking->ready.store(1, std::memory_order_release);
    real_syscall(SYS_futex, &parking->ready, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
    static std::atomic<int> never{0};
    for (;;) real_syscall(SYS_futex, &never, FUTEX_WAIT, 0, nullptr, nullptr, 0);
}

}  // namespace

unsigned fiber_count() noexcept { return static_cast<unsigned>(fibers().size()); }
Fiber& fiber(unsigned index) noexcept { return *fibers()[index]; }

unsigned prepare_fibers(unsigned count) {
    if (fibers().empty()) {
        g_fsgsbase = have_fsgsbase();
        dl_iterate_phdr(find_tls, nullptr);
        const auto here = static_cast<std::intptr_t>(current_thread_pointer());
        g_tls.exceptions_offset = reinterpret_cast<std::intptr_t>(abi::__cxa_get_globals()) - here;
        g_tls.errno_offset = reinterpret_cast<std::intptr_t>(&errno) - here;
    }
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    while (fibers().size() < count) {
        auto next = std::make_unique<Fiber>();
        Parking parking{next.get(), {0}};
        pthread_attr_t attributes;
        pthread_attr_init(&attributes);
        // As much as a thread of an ordinary program has; address space only, until it is touched. Less when they are
        // many.
        pthread_attr_setstacksize(&attributes, (fibers().size() < 64 ? 8 : 1) * std::size_t{1024 * 1024});
        pthread_t handle;
        const int error = real_pthread_create(&handle, &attributes, park, &parking);
        real_pthread_attr_destroy(&attributes);
        if (error != 0) break;
        while (parking.ready.load(std::memory_order_acquire) == 0)
            real_syscall(SYS_futex, &parking.ready, FUTEX_WAIT, 0, nullptr, nullptr, 0);
        fibers().push_back(std::move(next));
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return fiber_count();
}

ThreadLocalRange thread_locals(const Fiber& fiber) noexcept {
    return {static_cast<std::uintptr_t>(static_cast<std::intptr_t>(fiber.thread_pointer) + g_tls.offset), g_tls.size};
}

bool widen_stack(Fiber& fiber, std::size_t size) {
    constexpr std::size_t page = 4096;
    constexpr std::size_t own_frames = 64 * 1024;  // at most, of the parked thread and its thread-local block
    if (size <= fiber.stack_top - fiber.stack_low + own_frames || size > std::size_t{1} << 32) return false;
    size = (size + 2 * page - 1) & ~(page - 1);  // and one page that is never accessible, at the end
    void* memory =
        mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED) return false;
    mprotect(memory, page, PROT_NONE);
    fiber.stack_low = reinterpret_cast<std::uintptr_t>(memory);
    fiber.stack_top = fiber.deepest = fiber.stack_low + size;
    return true;
}

void reset_fiber(Fiber& fiber, void (*entry)(void*), void* argument) noexcept {
    if (g_tls.size != 0) {
        auto* block = reinterpret_cast<char*>(thread_locals(fiber).begin);
        std::memcpy(block, g_tls.image, g_tls.image_size);
        clear_memory(block + g_tls.image_size, g_tls.size - g_tls.image_size);
    }
    // An execution that ended in the middle of a throw leaves its exceptions behind.
    std::memset(in_block(fiber, g_tls.exceptions_offset), 0, exceptions_size);
    // What earlier executions left on the stack would show in variables that are never initialised.
    const std::uintptr_t low = lowest_used(fiber);
    clear_memory(reinterpret_cast<void*>(low), fiber.stack_top - low);
    fiber.deepest = fiber.stack_top;
    auto* sp = reinterpret_cast<std::uintptr_t*>(fiber.stack_top);
    *--sp = 0;
    *--sp = 0;  // keeps the stack 16-byte aligned at the call
    *--sp = reinterpret_cast<std::uintptr_t>(&interleave_fiber_entry);
    *--sp = 0;                                           // rbp
    *--sp = reinterpret_cast<std::uintptr_t>(entry);     // rbx
    *--sp = reinterpret_cast<std::uintptr_t>(argument);  // r12
    *--sp = 0;                                           // r13
    *--sp = 0;                                           // r14
    *--sp = 0;                                           // r15
    fiber.sp = sp;
}

void switch_fiber(Fiber& from, const Fiber& to) noexcept {
    from.deepest = deepest_frame;
    deepest_frame = to.deepest;
    if (g_fsgsbase) [[likely]]
        interleave_switch(&from.sp, to.sp, to.thread_pointer);
    else
        interleave_switch_syscall(&from.sp, to.sp, to.thread_pointer);
}

void keep_fiber(const Fiber& fiber, FiberImage& image) {
    image.sp = fiber.sp;
    image.deepest = fiber.deepest;
    image.low = std::min(lowest_used(fiber), reinterpret_cast<std::uintptr_t>(fiber.sp));
    image.stack.assign(reinterpret_cast<const unsigned char*>(image.low),
                       reinterpret_cast<const unsigned char*>(fiber.stack_top));
    const auto locals = thread_locals(fiber);
    const auto* first = reinterpret_cast<const unsigned char*>(locals.begin);
    image.locals.assign(first, first + locals.size);
    std::memcpy(image.exceptions.data(), in_block(fiber, g_tls.exceptions_offset), exceptions_size);
    image.error_number = *static_cast<const int*>(in_block(fiber, g_tls.errno_offset));
}

void put_back_fiber(Fiber& fiber, const FiberImage& image) noexcept {
    const std::uintptr_t low = lowest_used(fiber);
    if (low < image.low) clear_memory(reinterpret_cast<void*>(low), image.low - low);
    copy_memory(reinterpret_cast<void*>(image.low), image.stack.data(), image.stack.size());
    if (!image.locals.empty())
        copy_memory(reinterpret_cast<void*>(thread_locals(fiber).begin), image.locals.data(), image.locals.size());
    std::memcpy(in_block(fiber, g_tls.exceptions_offset), image.exceptions.data(), exceptions_size);
    *static_cast<int*>(in_block(fiber, g_tls.errno_offset)) = image.error_number;
    fiber.sp = image.sp;
    fiber.deepest = image.deepest;
}

std::array<std::span<const std::byte>, 3> kept_thread_locals(const Fiber& fiber) noexcept {
    const auto part = [&](std::intptr_t offset, std::size_t size) {
        return std::span(static_cast<const std::byte*>(in_block(fiber, offset)), size);
    };
    return {part(g_tls.offset, g_tls.size), part(g_tls.exceptions_offset, exceptions_size),
            part(g_tls.errno_offset, sizeof(int))};
}

bool stands_as(const Fiber& fiber, const FiberImage& image, std::uintptr_t from) noexcept {
    if (fiber.sp != image.sp) return false;
    // Not on this stack: the fiber has ended, or what stopped it was no call of the hand-in's.
    if (from < image.low || from > fiber.stack_top) from = fiber.stack_top;
    from = std::max(from, fiber.stack_top - upper_part);  // what is not initialised further down may be anything
    const auto same = [](std::uintptr_t begin, const unsigned char* values, std::size_t size) {
        return std::memcmp(reinterpret_cast<const void*>(begin), values, size) == 0;
    };
    return same(from, image.stack.data() + (from - image.low), fiber.stack_top - from) &&
           same(thread_locals(fiber).begin, image.locals.data(), image.locals.size());
}

void adopt_host(Fiber& host) noexcept {
    host.handle = pthread_self();
    host.thread_pointer = current_thread_pointer();
}

}  // namespace interleave
