// priority_queue.hpp (given, do not edit): a task with a priority, and the queue that priority_queue.cpp must provide.
#pragma once

#include <chrono>
#include <compare>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

// Entries compare like pairs: by priority, and if these are equal, by data. The least entry is the most urgent one.
struct Entry {
    int priority;
    std::string data;

    friend auto operator<=>(const Entry&, const Entry&) = default;
};

// How long a call may wait: `forever`, or at most so long. With 0 ms it does not wait for the queue to change (what
// other languages call block=False).
using Timeout = std::optional<std::chrono::milliseconds>;
inline constexpr Timeout forever = std::nullopt;

// A priority queue with a limited number of places. Any number of threads may call put() and get() at the same time.
class PriorityQueue {
public:
    virtual ~PriorityQueue() = default;

    // Adds an entry and returns true. While all places are taken, waits (blocked, not polling) for one; if there is
    // still none when the time is over, returns false, and the queue is as it was.
    virtual bool put(Entry entry, Timeout timeout = forever) = 0;

    // Takes the least entry: lowest priority first; of equal priorities, least data first ("a" before "b"), whatever
    // the order in which they were put. While the queue is empty, waits (blocked, not polling) for an entry; if there
    // is still none when the time is over, returns nullopt.
    virtual std::optional<Entry> get(Timeout timeout = forever) = 0;
};

// A new, empty queue with `maxsize` places; there is at least one.
std::unique_ptr<PriorityQueue> make_priority_queue(std::size_t maxsize);
