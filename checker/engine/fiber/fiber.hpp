// fiber.hpp: hand-in threads as fibers on one operating-system thread.
//
// Each fiber borrows the stack and the thread-local block of a real, parked pthread, so that thread_local, errno,
// exceptions and pthread_self() behave as in a thread of its own. Switching changes the stack pointer and the FS base.
#pragma once

#include <pthread.h>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace interleave {

struct Fiber {
    void* sp = nullptr;                 // saved stack pointer while not running
    std::uintptr_t thread_pointer = 0;  // FS base
    pthread_t handle{};                 // what pthread_self() answers on this fiber
    std::uintptr_t stack_low = 0;       // lowest usable address
    std::uintptr_t stack_top = 0;       // frames begin just below
    std::uintptr_t deepest = 0;         // lowest frame of the hand-in on this stack since it was cleared
};

// Of the fiber that runs now: kept by the hook at each function's entry, put into `deepest` when another fiber runs.
inline std::uintptr_t deepest_frame = 0;

// Parks real threads until `count` fibers exist. Call before the first fork, from the only thread.
// Returns the number that exist (fewer if the system refuses more threads).
unsigned prepare_fibers(unsigned count);
unsigned fiber_count() noexcept;
Fiber& fiber(unsigned index) noexcept;

// Makes the fiber start afresh: its next switch calls entry(argument) at the top of its stack, with thread-local
// variables of the program at their initial values. `entry` must not return.
void reset_fiber(Fiber& fiber, void (*entry)(void*), void* argument) noexcept;

// Gives the fiber a stack of at least `size` bytes from its next start on, if it has less. Never takes it back.
// Whether it has another one now.
bool widen_stack(Fiber& fiber, std::size_t size);

// Saves the running context in `from` and continues `to`.
void switch_fiber(Fiber& from, const Fiber& to) noexcept;

// The context that is running now, for the thread that hosts the search.
void adopt_host(Fiber& host) noexcept;

// A parked fiber as it stands: what it has on its stack, the program's thread-local variables, and what the C and C++
// libraries keep for a thread that errors and exceptions come to.
struct FiberImage {
    void* sp = nullptr;
    std::uintptr_t deepest = 0;
    std::uintptr_t low = 0;            // where `stack` begins
    std::vector<unsigned char> stack;  // up to stack_top
    std::vector<unsigned char> locals;
    std::array<unsigned char, 16> exceptions{};
    int error_number = 0;
};
void keep_fiber(const Fiber& fiber, FiberImage& image);
// The fiber goes on from there at its next switch.
void put_back_fiber(Fiber& fiber, const FiberImage& image) noexcept;
// Whether the fiber stands there too, with the same on its stack from that address on.
bool stands_as(const Fiber& fiber, const FiberImage& image, std::uintptr_t from) noexcept;

// What such an image has of the fiber's thread-local block.
std::array<std::span<const std::byte>, 3> kept_thread_locals(const Fiber& fiber) noexcept;

// The range of the program's thread-local variables of a fiber.
struct ThreadLocalRange {
    std::uintptr_t begin = 0;
    std::size_t size = 0;
};
ThreadLocalRange thread_locals(const Fiber& fiber) noexcept;

}  // namespace interleave
