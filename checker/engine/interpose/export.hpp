// export.hpp: marks the functions that the engine puts in place of the C library's and of ThreadSanitizer's.
#pragma once

#include <cstdint>

#define INTERLEAVE_EXPORT extern "C" __attribute__((visibility("default")))

// Where the hand-in called this interposed function from.
#define INTERLEAVE_PC reinterpret_cast<std::uintptr_t>(__builtin_return_address(0))
