// footprint.hpp: what one step touched: the basis of "these two steps commute".
#pragma once

#include "model/types.hpp"

#include <cstdint>

namespace interleave {

// What an operation needs before it can take place, so that steps of others may come first by force and not by choice.
enum class Need : std::uint8_t {
    nothing,
    exclusive,  // a free lock, a permit, an open latch, an initialisation that nobody runs
    shared,     // a lock that no writer holds
    notified    // a notification
};

// What there was of it just before a step.
struct Availability {
    bool exclusive = true;
    bool shared = true;
    bool own = false;  // the thread itself held the lock: nobody could have come before it gives it back
};

struct Touch {
    ObjectId object = 0;
    bool write = false;  // else it only reads: two reads commute
    Need need = Need::nothing;
    Availability before;
};

struct Footprint {
    static constexpr unsigned capacity = 8;
    std::uint8_t count = 0;
    bool global = false;  // depends on everything, or has too many touches
    Touch touches[capacity];

    void clear() noexcept {
        count = 0;
        global = false;
    }
    // The entry of this object, made if there is none yet; null when the footprint is full and has become global.
    Touch* entry(ObjectId object) noexcept {
        for (unsigned i = 0; i < count; ++i)
            if (touches[i].object == object) return &touches[i];
        if (count == capacity) {
            global = true;
            return nullptr;
        }
        touches[count] = Touch{};
        touches[count].object = object;
        return &touches[count++];
    }
    bool depends_on(const Footprint& other) const noexcept {
        if (global || other.global) return true;
        for (unsigned i = 0; i < count; ++i)
            for (unsigned k = 0; k < other.count; ++k)
                if (touches[i].object == other.touches[k].object && (touches[i].write || other.touches[k].write))
                    return true;
        return false;
    }
};

}  // namespace interleave
