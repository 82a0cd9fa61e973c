// clock.hpp: vector clocks, one component a thread, kept in memory that lasts for one execution.
#pragma once

#include "model/types.hpp"

#include <cstdint>

namespace interleave {

// Happens-before as in FastTrack (Flanagan, Freund 2009). A clock without storage is all zeros.
class Clock {
public:
    std::uint32_t operator[](ThreadId thread) const noexcept { return thread < capacity_ ? times_[thread] : 0; }
    void set(ThreadId thread, std::uint32_t time) {
        if (thread >= capacity_) [[unlikely]]
            ensure(thread + 1u);
        times_[thread] = time;
    }
    void join(const Clock& other) {
        if (other.capacity_ > capacity_) [[unlikely]]
            ensure(other.capacity_);
        Lanes* const to = begin();
        const Lanes* const from = other.begin();
        for (unsigned i = 0, end = other.capacity_ / lanes; i < end; ++i) to[i] = to[i] > from[i] ? to[i] : from[i];
    }
    void assign(const Clock& other) {
        if (other.capacity_ > capacity_) [[unlikely]]
            ensure(other.capacity_);
        Lanes* const to = begin();
        const Lanes* const from = other.begin();
        const unsigned common = other.capacity_ / lanes, all = capacity_ / lanes;
        for (unsigned i = 0; i < common; ++i) to[i] = from[i];
        for (unsigned i = common; i < all; ++i) to[i] = Lanes{};
    }
    void clear() noexcept {
        times_ = nullptr;
        capacity_ = 0;
    }

    // Forgets the storage of all clocks: the start of an execution. Clocks must be cleared before they are used again.
    static void recycle_all() noexcept;

private:
    // Several components at once: signed, because the processor compares these faster; no execution is that long.
    static constexpr unsigned lanes = 4;
    using Lanes [[gnu::vector_size(lanes * 4), gnu::aligned(4), gnu::may_alias]] = std::int32_t;
    static constexpr unsigned unit = 8;  // capacities are multiples of it
    Lanes* begin() const { return reinterpret_cast<Lanes*>(times_); }
    void ensure(unsigned capacity);

    std::uint32_t* times_ = nullptr;
    std::uint32_t capacity_ = 0;
};

}  // namespace interleave
