// state.hpp: the values that an execution consists of: its objects, its threads and what they ask for, its failure.
#pragma once

#include "fiber/fiber.hpp"
#include "model/sequence.hpp"
#include "model/types.hpp"
#include "race/clock.hpp"
#include "race/shadow.hpp"
#include "strategy/footprint.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace interleave {

// What of an object begins anew with each execution.
struct ObjectState {
    const void* address = nullptr;
    ObjectId id = 0;
    ObjectKind kind = ObjectKind::none;
    bool destroyed = false;
    bool shared = false;       // two threads use it, in this execution or in an earlier one
    bool value_known = false;  // see known_value
    ThreadId first_user = no_thread;
    ThreadId released_by = no_thread;  // the mutex, last: who knows what its clock tells
    ThreadId owner = no_thread;        // mutex holder, writer, who runs the initialiser
    std::uint64_t wanted_by = 0;       // the mutex, by threads that wait in lock() for their turn; see Ready
    std::uint32_t recursion = 0;       // times the owner holds it; readers of a shared mutex
    std::uint32_t waiters = 0;
    std::uint32_t notifies = 0;
    std::uint32_t unheard = 0;  // notifies that found nobody waiting
    std::uint64_t version = 0;  // changes whenever a reader could notice
    long value = 0;             // permits of a sem_t, count of a pthread barrier
    // The last value of an atomic that the engine saw. Another one now means that a library changed it without hooks.
    std::uint64_t known_value = 0;
    Clock clock;          // what an acquire learns
    Clock readers_clock;  // of a shared mutex: what a writer learns from readers
};

// ... and is empty for most.
struct ObjectHistory {
    std::vector<ThreadId> readers;
    std::vector<std::uint32_t> tokens;  // notify_one calls not yet taken, by wait sequence
    // Of an atomic, when loads may read older values (see weak_memory.hpp): its stores in modification order, which of
    // them each thread read last, and from when on it knew of which: who knows of that time knows of the store, too.
    struct Store {
        std::uint64_t value;
        ThreadId thread;  // no_thread: known to all
        std::uint32_t time;
        std::uint32_t step;           // length of the schedule before it
        std::uint32_t strongest;      // after the first seq_cst operation that wrote or read it; 0: there is none
        bool update;                  // a read-modify-write: nothing may come between it and the store before it
        Clock release;                // what an acquire that reads it learns
        std::uint32_t read_step = 0;  // as `step`, of the first read by another thread; 0: there is none
    };
    struct ReadBy {
        ThreadId thread = 0;
        std::uint32_t store = 0;  // index in stores
        std::uintptr_t pc = 0;
        std::uint64_t state = 0;
        unsigned stale = 0;  // reads in a row of what was not the latest
    };
    struct Bound {
        ThreadId thread = 0;
        std::uint32_t time = 0;
        std::uint32_t store = 0;  // index in stores
    };
    std::vector<Store> stores;
    std::vector<ReadBy> reads;
    std::vector<Bound> bounds;

    bool is_empty() const {
        return readers.empty() && tokens.empty() && stores.empty() && reads.empty() && bounds.empty();
    }
    void clear() {
        readers.clear();
        tokens.clear();
        stores.clear();
        reads.clear();
        bounds.clear();
    }
};

// A lock, a condition, an atomic variable, ...: anything on which threads meet.
struct Object : ObjectState, ObjectHistory {
    // The latest answer to whether the object is known to be shared: for an address, and so many objects known.
    const void* asked_about = nullptr;
    std::size_t asked_at = ~std::size_t{0};
    bool answer = false;
};

// What a thread asks for before it goes on.
struct Pending {
    Op op = Op::point;
    enum class Alternative : std::uint8_t { none, timeout, spurious } alternative = Alternative::none;
    bool locks = false;           // enabled when the object is a free mutex: the common case, without a call
    bool unlisted = false;        // not a step: independent of all that others may do
    bool yields = false;          // others should go first
    bool after_long_run = false;  // others should go first, although it is not waiting for them
    bool global = false;          // depends on everything that others do
    ThreadId target = no_thread;  // of a join
    Object* object = nullptr;
    // Whether the operation can take place now; null: always.
    bool (*enabled)(const struct Thread& thread) = nullptr;
    const void* context = nullptr;  // for `enabled`
    Object* second = nullptr;       // for `enabled`: the mutex of a condition
    bool (*alternative_enabled)(const struct Thread& thread) = nullptr;
    std::uint64_t deadline = 0;  // virtual nanoseconds, of a time-out or a sleep
    std::uintptr_t pc = 0;
    std::uintptr_t address = 0;  // of a plain access: `object` is the eight bytes around it
};

inline constexpr Pending nothing_pending{};

struct ThreadLocalDestructor {
    void (*call)(void*);
    void* object;
};

// What of a thread begins anew with each execution.
struct ThreadState {
    // What every access looks at.
    std::uint64_t foreign_writes = 0;  // plain writes to memory that is not its own stack
    std::uint64_t plain_accesses = 0;  // since its last step
    std::uint64_t quick_accesses = 0;  // so many of these need no closer look
    std::uint64_t moment = 0;          // its id above the own component of its clock: see Access
    Clock clock;
    // What every step looks at.
    const Pending* pending = &nothing_pending;  // lives in the frame that called step()
    const Object* refused = nullptr;            // the mutex that its latest try did not get
    std::uintptr_t frame = 0;                   // of the interposed function in which it stopped
    std::uint64_t own_steps = 0;
    std::uint64_t futile_step = 0;  // the latest of these that only found that it must try again; 0: none
    std::uint32_t waits_since = 0;  // length of the schedule when it asked for its pending operation
    std::uint32_t spins = 0;
    bool stutters = false;    // it is where it was at its last look: without a change it would loop for ever
    bool futile = false;      // its last step only found that it must try again
    bool in_library = false;  // runs library code that synchronises without hooks
    bool finished = false;
    bool out = false;  // it has finished, or waits for another one that has not: nobody need ask whether it can go on
    bool yields = false;           // others should go before its pending operation
    bool may_run_at_once = false;  // see Execution::runs_at_once()
    Outcome outcome = Outcome::granted;
    bool detached = false;
    bool joined = false;
    bool signalled = false;
    bool seen_at_end = false;        // a join that does not wait for it had the choice to come before its end
    ThreadId return_to = no_thread;  // who created it and waits for it to reach its first step
    ThreadId in_schedule = 0;  // what a schedule says of its steps: its id, and whether they come before `return_to`
    ThreadId creator = no_thread;
    ThreadId joiner = no_thread;  // who waits in join() for its end
    void* (*start)(void*) = nullptr;
    void* argument = nullptr;
    void* result = nullptr;
    Clock release_fence, acquire_fence;
    std::uint32_t begun_at = 0;    // length of the schedule when it was created, or joined another one, last
    std::uint32_t created_at = 0;  // length of the schedule when it last created another one
    std::uint32_t written_at = 0;  // its time at its latest atomic write
    std::uint32_t wait_sequence = 0;
    std::uint32_t unproductive_yields = 0;  // since it last changed something
    std::uint32_t clock_reads = 0;          // since it last changed something
    // Fairness (see scheduler.cpp).
    std::uint64_t behind = 0, enabled_since = 0, disabled_by = 0, scheduled_since = 0;
};

struct Thread : ThreadState {
    std::uintptr_t stack_top = 0, stack_low = 0;  // the fiber's
    std::uint64_t stack_seen[4] = {};             // parts of its stack that other threads use, see private_stack()
    ThreadId id = 0;
    std::uint64_t bit = 0;  // thread_bit() of its id
    Fiber* fiber = nullptr;
    Pending lock{.op = Op::lock, .locks = true};  // for the most frequent operation
    Sequence<Object*> held;
    std::vector<ThreadLocalDestructor> destructors;
    std::vector<void*> specific;        // pthread_setspecific
    std::vector<std::uintptr_t> calls;  // call sites, kept only while recording
    // Recognition of loops that only look.
    struct Look {
        std::uintptr_t pc;
        const Object* object;
        std::uint64_t version;
        std::uint64_t state;    // of the thread: its stack and what it has written elsewhere
        std::uint64_t changes;  // counts only while the thread has changed nothing since
        std::uint32_t times;
    } looks[4] = {};
    std::uint64_t changes = 1;  // never the same again, so that looks of earlier executions count no more
    unsigned next_look = 0;
    std::uint64_t spin_version = 0;

    std::uint32_t time() const { return static_cast<std::uint32_t>(moment); }

    // It is another thread of another execution now.
    void begin_anew() {
        ++changes;
        held.clear();
        destructors.clear();
        specific.clear();
        calls.clear();
    }

    // Whether the address (of at most 16 bytes) is on a part of its own stack that no other thread uses.
    bool private_stack(std::uintptr_t address) const {
        const std::uintptr_t below_top = stack_top - 1 - address;
        return below_top < watched_stack && (stack_seen[below_top >> 14] >> (below_top >> 8 & 63) & 1) == 0;
    }
    static constexpr std::uintptr_t watched_stack = 64 * 1024;  // bytes below the top for which stack_seen has bits
};

struct Failure {
    FailureKind kind = FailureKind::none;
    std::string message;
    int signal = 0;
    int exit_code = 0;
    std::string what;
    std::string check_expression, check_expansion, check_macro, check_file;
    int check_line = 0;
    std::uint32_t check_step = 0;  // steps taken when it failed
    Race race;
    std::uintptr_t race_address = 0;
    Access race_now;
    std::vector<std::uint32_t> cycle;  // thread, object, thread, object, ...
};

// The schedule so far, where the supervising process can read it even after a crash.
struct StepLog {
    static constexpr std::uint32_t capacity = 1 << 16;
    std::uint32_t count = 0;
    ThreadId threads[capacity];
};

struct Limits {
    std::uint32_t steps = 20000;
    std::size_t output = 1 << 20;
    unsigned spurious = 1;  // spurious wake-ups and failures of a weak compare-exchange an execution
    unsigned early = 2;     // time-outs an execution that come although others could go on
    unsigned threads = 64;
    bool race_detection = true;
    bool exact_loops = true;               // see Execution::looked()
    std::uint64_t checkpoint_after = 200;  // times a choice is come to before there is a checkpoint; 0: there are none
};

// Elements that stay where they are and are used again by later executions.
template <class T>
class StableArray {
public:
    T& operator[](std::size_t index) { return *elements_[index]; }
    const T& operator[](std::size_t index) const { return *elements_[index]; }
    std::size_t size() const { return elements_.size(); }
    void grow() { elements_.push_back(std::make_unique<T>()); }

private:
    std::vector<std::unique_ptr<T>> elements_;
};

}  // namespace interleave
