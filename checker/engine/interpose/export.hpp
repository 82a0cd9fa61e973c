// export.hpp: marks the functions that the engine puts in place of the C library's and of ThreadSanitizer's.
#pragma once

#include <cstdint>

// Never inlined into the engine: INTERLEAVE_PC and the like must tell who called.
#if defined(__clang__)
#define INTERLEAVE_APART noinline
#else
#define INTERLEAVE_APART noipa
#endif
#define INTERLEAVE_VISIBLE __attribute__((visibility("default"), INTERLEAVE_APART))
#define INTERLEAVE_EXPORT extern "C" INTERLEAVE_VISIBLE

namespace interleave {
// The frame of the interposed function that runs: the hand-in's frames lie above it.
inline std::uintptr_t hook_frame = 0;
}  // namespace interleave

// Where the hand-in called this interposed function from.
#define INTERLEAVE_PC                                                                       \
    (interleave::hook_frame = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)), \
     reinterpret_cast<std::uintptr_t>(__builtin_return_address(0)))
// The same for functions that never wait and are called very often.
#define INTERLEAVE_PLAIN_PC reinterpret_cast<std::uintptr_t>(__builtin_return_address(0))
