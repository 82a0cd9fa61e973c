// fixed_place.hpp: where on its stack the hand-in's code begins.
#pragma once

#include <cstdint>

namespace interleave {

// Calls the function with its frame beginning just below `place`, if the stack pointer is still above it. The frames of
// the engine in between are of another size in each build; schedules that name a place on the stack stay valid.
template <class Result, class... Arguments>
[[gnu::always_inline]] inline Result call_at(std::uintptr_t place, Result (*function)(Arguments...),
                                             Arguments... arguments) {
    std::uintptr_t now = 0;
    __asm__ volatile("movq %%rsp, %0" : "=r"(now));
    if (now > place) {
        void* gap = __builtin_alloca(now - place);
        __asm__ volatile("" : : "r"(gap) : "memory");
    }
    return function(arguments...);
}

// Bytes below the top of the stack; a multiple of 16. Room for the engine's frames, and no more: what lies above the
// stack pointer is cleared and copied with each execution.
inline constexpr std::uintptr_t place_of_main = 512, place_of_thread = 192;
inline constexpr std::uintptr_t any_place = ~std::uintptr_t{0};

}  // namespace interleave
