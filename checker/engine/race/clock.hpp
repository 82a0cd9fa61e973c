// clock.hpp: vector clocks, one component a thread, kept in memory that lasts for one execution.
#pragma once

#include "model/types.hpp"

#include <cstdint>

namespace interleave {

// Happens-before as in FastTrack (Flanagan, Freund 2009). A clock without storage is all zeros.
class Clock {
public:
    std::uint32_t operator[](ThreadId thread) const noexcept { return thread < capacity_ ? times_[thread] : 0; }
    void set(ThreadId thread, std::uint32_t time);
    void join(const Clock& other);
    void assign(const Clock& other);
    void clear() noexcept {
        times_ = nullptr;
        capacity_ = 0;
    }

    // Forgets the storage of all clocks: the start of an execution. Clocks must be cleared before they are used again.
    static void recycle_all() noexcept;

private:
    void ensure(unsigned capacity);

    std::uint32_t* times_ = nullptr;
    std::uint32_t capacity_ = 0;
};

}  // namespace interleave
