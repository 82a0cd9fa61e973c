// region.hpp: the checker's end of the channel: makes the shared memory and reads what was written into it.
#pragma once

#include "channel/layout.hpp"

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <vector>

namespace lab::channel {

// What could be read.
struct Frames {
    std::vector<std::string> texts;  // in the order in which they were written
    bool cut = false;                // the writer had more to say than fits
    bool damaged = false;            // the region is not as the writer leaves it: the program wrote over it
};

// A region of shared memory with a name of its own, which is removed at the end of this object, whatever happened.
class Region {
public:
    // Error: a sentence for the user. `capacity` in bytes.
    static tl::expected<Region, std::string> create(std::uint32_t capacity = default_capacity);

    Region(Region&&) noexcept;
    Region& operator=(Region&&) noexcept;
    ~Region();

    // "INTERLEAVE_CHANNEL=...", for the program's environment. Of constant length.
    std::string variable() const;
    const std::string& name() const;

    // Everything committed so far. May be called at any time, also while the program runs, also after it was killed.
    Frames read() const;

    // Nothing is committed yet.
    bool empty() const;

private:
    struct Memory;
    Region();
    std::unique_ptr<Memory> memory_;
};

// Removes the names that checkers left which no longer run. Returns how many.
int sweep();

}  // namespace lab::channel
