// partial_order.hpp: complete search that visits equivalent interleavings once: dynamic partial-order reduction with
// source sets and sleep sets (Abdulla, Aronis, Jonsson, Sagonas: Source Sets, J. ACM 2017).
//
// Two steps of different threads depend on each other if they touch the same object and one of them changes it. When an
// execution has run steps a ... b that depend on each other and could have come the other way round, the search goes
// back to where a was chosen and adds a thread that leads there. What a time-out does depends on everything.
#pragma once

#include "strategy/event_log.hpp"
#include "strategy/strategy.hpp"

#include <cstdint>
#include <vector>

namespace interleave {

class PartialOrder final : public Strategy, public StepWatcher {
public:
    static constexpr unsigned most_threads = EventLog::most_threads;

    bool begin() override;
    std::size_t pick(const Decision& decision) override;
    unsigned choose(unsigned options) override;
    void end(std::uint32_t steps) override;
    void restart() override;
    bool complete() const override { return done_ && !too_many_threads_ && !differed_; }
    Manner manner() override { return {.watcher = this, .costs = true, .systematic = true}; }
    // Whether the execution that just ended was equivalent to one that was run before, and was given up.
    bool redundant() const { return redundant_; }

    void step_begins(ThreadId thread, StepKind kind) override;
    void touch(ThreadId thread, const Touch& touch) override;
    void thread_created(ThreadId creator, ThreadId created) override;
    void thread_joined(ThreadId thread, ThreadId ended) override;
    void waited(ThreadId thread, ObjectId object) override;
    void blocked(ThreadId thread, const Footprint& wanted) override;

private:
    using Mask = std::uint64_t;
    struct Sleeper {
        ThreadId thread;
        Footprint footprint;
    };
    // One decision of the current path.
    struct Node {
        ThreadId chosen = 0;
        unsigned values = 0;  // not 0: the choice of one of so many values that a load reads; `chosen` is which
        Mask candidates = 0;
        Mask notified = 0;
        Mask backtrack = 0;  // to be explored
        Mask done = 0;
        bool incomplete = false;  // fairness hid candidates
        Footprint footprint;      // of the chosen step
        std::vector<Sleeper> sleep;
    };

    static Mask bit(ThreadId thread) { return thread < most_threads ? Mask{1} << thread : 0; }
    Node& new_node();
    Mask sleeping(const Node& node) const;
    void close_event();
    void reverse_races(const Footprint& footprint, ThreadId thread, bool pending);
    void add_to_backtrack(Node& node, Mask initials, ThreadId preferred);

    std::vector<Node> nodes_;  // the first node_count_ are in use
    std::size_t node_count_ = 0;
    std::size_t depth_ = 0;   // decisions taken in this execution
    std::size_t prefix_ = 0;  // decisions that repeat an earlier execution, the last of them with another choice
    std::vector<Sleeper> sleep_;
    EventLog events_;
    bool started_ = false;
    bool done_ = false;
    bool redundant_ = false;
    bool open_ = false;               // an event whose footprint still grows
    bool fresh_ = true;               // the current event was not part of an earlier execution
    int next_node_ = -1;              // the node of the event that begins next
    bool continues_ = false;          // the open event is the rest of a step, see touch()
    int segment_[most_threads] = {};  // the node of each thread's latest chosen step
    bool too_many_threads_ = false;
    bool differed_ =
        false;  // an execution did not repeat what led to its first new choice: the program is not the same
};

}  // namespace interleave
