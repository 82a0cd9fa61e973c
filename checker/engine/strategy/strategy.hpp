// strategy.hpp: who runs next. A strategy sees the choices of one scheduling point and nothing else of the engine.
#pragma once

#include "model/types.hpp"
#include "strategy/footprint.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace interleave {

// A thread that may take the next step.
struct Candidate {
    ThreadId thread = 0;
    // What a bounded search pays for it: 1 for leaving a thread that could go on, for a time-out or a spurious wake-up
    // that is not the only way on.
    std::uint8_t cost = 0;
    // Its step is a time-out or a spurious wake-up, not the operation that it asked for.
    bool alternative = false;
    Op op = Op::point;
    std::uint64_t object = 0;  // that the operation is about, the same in every execution; 0: none
};

// Whether the operation lets others notice that it took place: two operations on one object are in a race if one of
// them does.
constexpr bool changes_something(Op op) { return op != Op::atomic_load && op != Op::read && op != Op::lock_shared; }

struct Decision {
    std::span<const Candidate> candidates;  // by thread id; at least two, or one for a strategy with a watcher
    ThreadId current = no_thread;           // who took the last step
    std::uint32_t step = 0;                 // steps taken so far
    bool alternatives = false;              // some of the candidates may be
    // For a strategy with a watcher:
    std::uint64_t notified = 0;  // who waits on a condition and is notified, one bit a thread
    bool hidden = false;         // fairness or a limit took candidates away
};

// What kind of step begins.
struct StepKind {
    bool chosen = false;  // the strategy picked it; else it ran at once
    bool global = false;  // it depends on everything
};

// Is told what each step touches, while it takes place.
class StepWatcher {
public:
    virtual ~StepWatcher() = default;
    virtual void step_begins(ThreadId thread, StepKind kind) = 0;
    virtual void touch(ThreadId thread, const Touch& touch) = 0;
    virtual void thread_created(ThreadId creator, ThreadId created) = 0;
    // From now on the thread knows all that the other, which has ended, did.
    virtual void thread_joined(ThreadId thread, ThreadId ended) = 0;
    // ... all that was done to the object so far.
    virtual void waited(ThreadId thread, ObjectId object) = 0;
    // The execution is over, and this is what the thread would have done next.
    virtual void blocked(ThreadId thread, const Footprint& wanted) = 0;
};

// The generator that all random strategies share: small, fast, the same everywhere (splitmix64).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() noexcept {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    std::uint64_t below(std::uint64_t bound) noexcept {
        return static_cast<std::uint64_t>((static_cast<Wide>(next()) * bound) >> 64);
    }

    // A choice of the value that a load reads: mostly the latest.
    unsigned value(unsigned options) noexcept { return below(2) == 0 ? 0 : static_cast<unsigned>(below(options)); }

private:
    __extension__ using Wide = unsigned __int128;
    std::uint64_t state_;
};

class Strategy {
public:
    virtual ~Strategy() = default;
    // A new execution begins. False when there is nothing left to explore.
    virtual bool begin() = 0;
    // How it wants to be asked in this execution.
    struct Manner {
        // Not null: where no candidate is an alternative, pick() is below(how many there are) of this generator, and
        // nothing else. The caller may do that itself.
        Random* uniform = nullptr;
        StepWatcher* watcher = nullptr;  // not null: pick() decides every step, also with one candidate
        bool objects = false;            // it wants to know the objects of candidates, and of forced choices
        bool costs = false;              // ... and their costs
        bool systematic = false;         // it visits every schedule (of its kind) once
    };
    virtual Manner manner() { return {}; }
    // Index of the chosen candidate, or `abandon`.
    virtual std::size_t pick(const Decision& decision) = 0;
    // There was only one candidate, which takes the step.
    virtual void forced(const Candidate& candidate) { static_cast<void>(candidate); }
    static constexpr std::size_t abandon = ~std::size_t{0};  // the execution is like one that was run before
    // Which of so many values (at least two) a load reads: 0 the latest, 1 the one before it, ...
    virtual unsigned choose(unsigned options) = 0;
    // The execution is over after so many steps.
    virtual void end(std::uint32_t steps) { static_cast<void>(steps); }
    // The set of scheduling points has grown: what was learned about the shape of executions no longer holds, and the
    // execution that just ended is to be repeated.
    virtual void restart() {}
    // Whether everything was explored (within its bound, if it has one).
    virtual bool complete() const { return false; }
};

// Uniform over the candidates (alternatives count a quarter).
std::unique_ptr<Strategy> make_random(std::uint64_t seed);

// PCT (Burckhardt et al. 2010): random priorities, `depth` - 1 random points where the running thread's priority drops.
std::unique_ptr<Strategy> make_pct(std::uint64_t seed, unsigned depth);

// POS (Yuan, Yang, Gu 2018): every pending operation has a random priority, the highest runs; those that it races with
// draw again.
std::unique_ptr<Strategy> make_pos(std::uint64_t seed);

// SURW (selectively uniform random walk): uniform over the interleavings of one object's operations, another object in
// each execution; weights come from the executions before.
std::unique_ptr<Strategy> make_surw(std::uint64_t seed);

// Those of the four in turns.
std::unique_ptr<Strategy> make_mixture(std::uint64_t seed);

// Depth-first over all schedules whose cost is at most `bound`; unbounded_cost for all schedules. complete() once the
// whole tree was visited; was_cut() tells whether the bound left anything out.
inline constexpr unsigned unbounded_cost = 0xffffffff;
class Exhaustive : public Strategy {
public:
    explicit Exhaustive(unsigned bound) : bound_(bound) {}
    bool begin() override;
    std::size_t pick(const Decision& decision) override;
    unsigned choose(unsigned options) override;
    void end(std::uint32_t steps) override;
    void restart() override;
    bool complete() const override { return done_ && !differed_; }
    Manner manner() override { return {.costs = true, .systematic = true}; }
    bool was_cut() const { return cut_; }

private:
    struct Node {
        std::vector<std::pair<std::uint16_t, std::uint8_t>> left;  // (index, cost) not tried yet, last first
        std::uint16_t chosen = 0;
        std::uint16_t options = 0;
        std::uint8_t cost = 0;
    };
    unsigned bound_;
    std::vector<Node> path_;
    std::size_t depth_ = 0;
    unsigned spent_ = 0;
    bool started_ = false;
    bool done_ = false;
    bool cut_ = false;
    bool differed_ = false;  // the program is not the same each time
};

}  // namespace interleave
