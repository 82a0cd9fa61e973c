// event_log.hpp: the steps of one execution, with what each depends on: vector clocks over steps.
#pragma once

#include "strategy/footprint.hpp"

#include <cstdint>
#include <vector>

namespace interleave {

class EventLog {
public:
    static constexpr unsigned most_threads = 64;
    // How many steps of each thread are known.
    struct Clock {
        std::uint16_t steps[most_threads];
    };
    struct Event {
        ThreadId thread = 0;
        std::uint16_t number = 0;  // of its thread's events, from 1
        int node = -1;             // decision that chose it; -1 if there was no choice
        Footprint footprint;
        Clock clock;  // what it knows: itself and all that it depends on
    };
    // A step that touched an object.
    struct Entry {
        std::uint32_t event;
        bool write;
        Availability before;
    };

    void clear();
    Event& open(ThreadId thread, int node);  // a new event, whose clock is what its thread knew before
    Event& latest() { return events_[count_ - 1]; }
    const Event& operator[](std::size_t index) const { return events_[index]; }
    std::size_t size() const { return count_; }
    // The latest event is complete: its clock takes in what it depends on, and it enters the histories of its objects.
    void close();

    const Clock& thread_clock(ThreadId thread);
    void learn(ThreadId thread, const Clock& clock);
    // All that was done to the object so far.
    void learn_object(ThreadId thread, ObjectId object);
    // Whether the event is among what the clock knows.
    bool known(const Clock& clock, const Event& event) const { return clock.steps[event.thread] >= event.number; }
    void join(Clock& clock, const Clock& other) const;
    const std::vector<Entry>& history(ObjectId object);
    const std::vector<std::uint32_t>& globals() const { return globals_; }
    unsigned threads() const { return thread_count_; }
    void note_thread(ThreadId thread);

private:
    std::vector<Event> events_;  // the first count_ are in use
    std::size_t count_ = 0;
    std::vector<std::vector<Entry>> histories_;
    std::vector<std::uint32_t> globals_;
    Clock thread_clocks_[most_threads];
    std::uint16_t numbers_[most_threads] = {};
    unsigned thread_count_ = 0;
};

}  // namespace interleave
