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
} g_tls;

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
        g_tls.exceptions_offset = reinterpret_cast<std::intptr_t>(abi::__cxa_get_globals()) -
                                  static_cast<std::intptr_t>(current_thread_pointer());
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

void widen_stack(Fiber& fiber, std::size_t size) {
    constexpr std::size_t page = 4096;
    constexpr std::size_t own_frames = 64 * 1024;  // at most, of the parked thread and its thread-local block
    if (size <= fiber.stack_top - fiber.stack_low + own_frames || size > std::size_t{1} << 32) return;
    size = (size + 2 * page - 1) & ~(page - 1);  // and one page that is never accessible, at the end
    void* memory =
        mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED) return;
    mprotect(memory, page, PROT_NONE);
    fiber.stack_low = reinterpret_cast<std::uintptr_t>(memory);
    fiber.stack_top = fiber.deepest = fiber.stack_low + size;
}

void reset_fiber(Fiber& fiber, void (*entry)(void*), void* argument) noexcept {
    if (g_tls.size != 0) {
        auto* block = reinterpret_cast<char*>(thread_locals(fiber).begin);
        std::memcpy(block, g_tls.image, g_tls.image_size);
        clear_memory(block + g_tls.image_size, g_tls.size - g_tls.image_size);
    }
    // An execution that ended in the middle of a throw leaves its exceptions behind.
    std::memset(reinterpret_cast<char*>(static_cast<std::intptr_t>(fiber.thread_pointer) + g_tls.exceptions_offset), 0,
                sizeof(void*) + sizeof(unsigned));
    // What earlier executions left on the stack would show in variables that are never initialised.
    // Small functions have no hook at their entry: their frames are below the deepest one.
    constexpr std::uintptr_t below = 512, most = 65536;
    const std::uintptr_t used = std::min((fiber.stack_top - fiber.deepest + below) & ~std::uintptr_t{63}, most);
    clear_memory(reinterpret_cast<void*>(fiber.stack_top - used), used);
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

void adopt_host(Fiber& host) noexcept {
    host.handle = pthread_self();
    host.thread_pointer = current_thread_pointer();
}

}  // namespace interleave
