// clock.hpp: vector clocks, one component a thread, for one execution.
#pragma once

#include "model/types.hpp"

#include <cstdint>

namespace interleave {

// Happens-before as in FastTrack (Flanagan, Freund 2009). The components of the first threads lie in the clock itself;
// those of the others in storage that is taken when it is needed: without it they are zero. A copy shares that storage:
// it takes the place of the original.
class Clock {
public:
    std::uint32_t operator[](ThreadId thread) const noexcept {
        if (thread < here) [[likely]]
            return first_[thread];
        return thread - here < more_count_ ? more_[thread - here] : 0;
    }
    void set(ThreadId thread, std::uint32_t time) {
        if (thread < here) [[likely]] {
            first_[thread] = time;
            return;
        }
        if (thread - here >= more_count_) ensure_more(thread - here + 1u);
        more_[thread - here] = time;
    }
    [[gnu::always_inline]] void join(const Clock& other) {
        Lanes* const to = lanes(first_);
        const Lanes* const from = lanes(other.first_);
        for (unsigned i = 0; i < here / lane_count; ++i) to[i] = to[i] > from[i] ? to[i] : from[i];
        if (other.more_count_ != 0) [[unlikely]]
            join_more(other);
    }
    [[gnu::always_inline]] void assign(const Clock& other) {
        assign_short(other);
        if ((more_count_ | other.more_count_) != 0) [[unlikely]]
            assign_more(other);
    }
    // No component beyond those in the clock itself. The two functions that follow are for such clocks.
    bool is_short() const { return more_count_ == 0; }
    void set_short(ThreadId thread, std::uint32_t time) { first_[thread] = time; }
    void assign_short(const Clock& other) {
        Lanes* const to = lanes(first_);
        const Lanes* const from = lanes(other.first_);
        for (unsigned i = 0; i < here / lane_count; ++i) to[i] = from[i];
    }
    void clear() noexcept {
        Lanes* const to = lanes(first_);
        for (unsigned i = 0; i < here / lane_count; ++i) to[i] = Lanes{};
        more_count_ = 0;
    }

    // Forgets the storage of all clocks: the start of an execution. Clocks must be cleared before they are used again.
    static void recycle_all() noexcept;

private:
    // Several components at once: signed, because the processor compares these faster; no execution is that long.
    static constexpr unsigned lane_count = 4;
    using Lanes [[gnu::vector_size(lane_count * 4), gnu::aligned(4), gnu::may_alias]] = std::int32_t;
    static constexpr unsigned here = 8, unit = 8;  // capacities of `more_` are multiples of `unit`
    static Lanes* lanes(std::uint32_t* times) { return reinterpret_cast<Lanes*>(times); }
    static const Lanes* lanes(const std::uint32_t* times) { return reinterpret_cast<const Lanes*>(times); }
    [[gnu::noinline]] void ensure_more(unsigned count);
    [[gnu::noinline]] void join_more(const Clock& other);
    [[gnu::noinline]] void assign_more(const Clock& other);

    std::uint32_t first_[here] = {};
    std::uint32_t* more_ = nullptr;
    std::uint32_t more_count_ = 0;
};

}  // namespace interleave
