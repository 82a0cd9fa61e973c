// export.hpp: marks the functions that the engine puts in place of the C library's and of ThreadSanitizer's.
#pragma once

#include <cstdint>

// Never inlined into the engine: INTERLEAVE_PC and the like must tell who called.
#if defined(__clang__)
#define INTERLEAVE_VISIBLE __attribute__((visibility("default"), noinline))
#else
#define INTERLEAVE_VISIBLE __attribute__((visibility("default"), noipa))
#endif
#define INTERLEAVE_EXPORT extern "C" INTERLEAVE_VISIBLE

// Where the hand-in called this interposed function from.
#define INTERLEAVE_PC reinterpret_cast<std::uintptr_t>(__builtin_return_address(0))
