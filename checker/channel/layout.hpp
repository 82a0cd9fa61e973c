// layout.hpp: what lies in the shared memory between the checker and the program that it runs.
//
// A header, then frames one after another: a length (4 bytes), that many bytes of JSON text, zeros up to a multiple
// of 4. One writer appends and then raises `committed`; nothing is ever changed behind it, there is no lock, and so
// whatever was committed can be read however the writer ended. The reader trusts no field.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lab::channel {

inline constexpr std::uint64_t magic = 0x31'4e'41'48'43'4c'49'00;  // "\0ILCHAN1", little-endian
inline constexpr std::uint32_t default_capacity = 4U << 20;  // bytes of frames; containers often have little /dev/shm
inline constexpr std::uint32_t cut_reserve = 64;             // kept free for the last frame
inline constexpr std::string_view cut_frame = R"({"type":"cut"})";  // written when the next frame does not fit

struct Header {
    std::uint64_t magic_number;
    std::uint32_t capacity;                // bytes behind this header
    std::atomic<std::uint32_t> committed;  // bytes of whole frames
    std::atomic<std::uint32_t> cut;        // 1: the cut frame is the last one, no more follow
    std::uint32_t unused[11];
};
static_assert(sizeof(Header) == 64);
static_assert(std::atomic<std::uint32_t>::is_always_lock_free);

// Bytes that a frame of this size takes.
constexpr std::uint64_t room_for(std::uint64_t size) { return 4 + (size + 3) / 4 * 4; }

}  // namespace lab::channel
