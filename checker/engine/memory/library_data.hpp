// library_data.hpp: what the libraries keep in variables of their own, where no snapshot reaches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace interleave {

// Tells whether anything of it changes.
class LibraryData {
public:
    using Bytes = std::span<const std::byte>;
    // Finds the writable segments of all libraries that are loaded now, and the blocks of the threads whose thread
    // pointers are given; all but `others`, which somebody else looks after.
    void find(std::span<const std::uintptr_t> thread_pointers, std::span<const Bytes> others);
    // Remembers what they hold now.
    void keep() noexcept;
    // Whether they hold it still.
    bool stands() const noexcept;

private:
    struct Part {
        const std::byte* begin;
        std::vector<std::byte> values;
    };
    std::vector<Part> parts_;
};

}  // namespace interleave
