// execution.hpp: the state of one execution of the hand-in: its threads, its objects, and the step they are at.
//
// Locking rule: none. One operating-system thread runs everything; hand-in threads are fibers and change only in
// step().
#pragma once

#include "fiber/fiber.hpp"
#include "model/checkpoint_tree.hpp"
#include "model/execution_state.hpp"
#include "model/state.hpp"
#include "model/types.hpp"
#include "race/clock.hpp"
#include "race/shadow.hpp"
#include "strategy/strategy.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace interleave {

class Recorder;

class Execution : public ExecutionState {
public:
    // --- one execution ---------------------------------------------------------------------------------------------
    // Runs body(argument) as thread 0 and explores one interleaving, decided by the strategy (or by replay steps).
    void run(void (*body)(void*), void* argument, Strategy* strategy, const std::vector<ThreadId>* replay);

    // What exit() does before the program is over: destructors of main's thread_local variables, then functions given
    // to atexit and destructors of statics, last first.
    void run_exit_functions();
    std::vector<ThreadLocalDestructor> exit_functions;
    [[noreturn]] void conclude_probe(bool went_on);
    bool probing() const { return probe_.thread != nullptr; }
    bool active = false;         // a hand-in thread is running; see set_active()
    bool looks_closely = false;  // every access matters: it is recorded, or a step, or comes after main's end
    // What the compiler's hooks do with plain accesses: nothing, because no hand-in thread is running; count them as
    // progress; look at them.
    enum class PlainAccesses : std::uint8_t { unseen, counted, watched } plain_accesses = PlainAccesses::unseen;
    void set_active(bool now_active) {
        active = now_active;
        plain_accesses = !active         ? PlainAccesses::unseen
                         : ignores_plain ? PlainAccesses::counted
                                         : PlainAccesses::watched;
    }
    bool exit_ends_program = false;   // the body is a whole program: exit() is one way to end it
    bool ending = false;              // its output is being collected
    bool stops_after_replay = false;  // where the schedule ends, or cannot be followed, the execution stops
    std::span<const Candidate> choices() const { return candidates_; }
    bool library_memory_at_start = false;  // before any execution, libraries have allocated something for the program
    bool stack_widened = false;            // the stack of a fiber lies elsewhere from now on
    bool slept = false;                    // in this or an earlier execution, somebody slept
    Failure failure;
    std::string output;
    StepLog* log = nullptr;  // set once, before the first run

    // --- threads ---------------------------------------------------------------------------------------------------
    Thread* current = nullptr;
    StableArray<Thread> threads;
    Thread& create_thread(void* (*start)(void*), void* argument, bool detached);
    [[noreturn]] void finish_thread(void* result);
    Thread* find_thread(pthread_t handle);

    // --- steps -----------------------------------------------------------------------------------------------------
    // Publishes what the current thread is about to do and returns when it may do it.
    Outcome step(const Pending& pending);
    // The same for an operation that can take place and is not listed. False: as below.
    bool passes_quickly() {
        if (observed_) return false;
        current->futile = current->stutters = false;
        current->plain_accesses = 0;
        return true;
    }
    // The same for one that is listed and commutes with all that others may do.
    bool passes_as_step() {
        if (!may_step_quickly(*current)) return false;
        ++ticks;
        note_step(*current);
        return true;
    }
    // Locking and unlocking in the common case, whole (see quick_mutex.hpp). False: nothing was done, take the long
    // way.
    bool lock_quickly(const void* mutex, std::uintptr_t pc);
    bool unlock_quickly(const void* mutex);
    // The current thread's operation changed something that others can notice.
    void changed(Object& object) {
        touch(object, true);
        note_change(object);
    }
    // The same after touch() of the object.
    void changed_as_told(Object& object) { note_change(object); }
    // The same for an operation that commutes with others of its kind (a reader's lock, a permit given back).
    void changed_among_equals(Object& object) {
        touch(object, false);
        note_change(object);
    }
    // The current step touches the object, besides the one that it was published with.
    void touch(Object& object, bool write, Need need = Need::nothing) {
        if (watcher_ != nullptr) tell_touch(object, write, need);
    }
    void touch_spurious_budget();
    // Whether something may still happen for no reason in this execution; a replay knows by its schedule.
    bool may_be_spurious() const { return spurious_left != 0 || replay_ != nullptr; }
    void take_spurious() {
        if (spurious_left != 0) --spurious_left;
    }
    // What the strategy is told about threads: nothing unless it watches.
    void note_join(const Thread& ended) {
        if (watcher_ != nullptr) watcher_->thread_joined(current->id, ended.id);
    }
    // The current thread looked at the object and found nothing that lets it go on, or only read it.
    void looked(Object& object, std::uintptr_t pc, bool futile);

    // Which of so many values a load reads: 0 the latest. Asks the strategy, or the schedule that is replayed.
    unsigned choose_value(unsigned options);
    // How many values the load of the schedule's latest step could have read; 1 for other steps.
    unsigned values_of_latest_step() const { return value_step_ == log->count ? value_options_ : 1; }
    void left_out();
    bool is_exact() const { return exact_; }
    std::uint64_t state_of_current() const;

    // --- objects ---------------------------------------------------------------------------------------------------
    // The object whose state lives in the first bytes of *address (pthread types): zeroed bytes are a new object.
    Object& tagged(const void* address, ObjectKind kind) {
        const Tag tag = *static_cast<const Tag*>(address);
        if (tag.mark == tag_mark() && tag.id - 1 < object_count) [[likely]] {
            Object& object = objects[tag.id - 1];
            if (object.address == address) [[likely]] {
                if (object.destroyed) [[unlikely]]
                    used_after_destruction(object);
                return object;
            }
        }
        return tag_anew(address, kind);
    }
    // The object at an address without room for a tag.
    Object& at(const void* address, ObjectKind kind);
    Object* existing(const void* address);
    // The current thread uses the object: once a second thread does, operations on it are scheduling points.
    void mark_used(Object& object);
    Object& new_object(const void* address, ObjectKind kind);
    bool known_as_shared(Object& object);
    StableArray<Object> objects;
    Object* output_object = nullptr;
    std::unordered_map<const void*, std::string> names;

    // --- happens-before --------------------------------------------------------------------------------------------
    void acquire(const Clock& clock) {
        if (limits.race_detection) current->clock.join(clock);
    }
    void release(Clock& clock) {  // joins
        if (!limits.race_detection) return;
        clock.join(current->clock);
        tick();
    }
    void release_replacing(Clock& clock) {
        if (!limits.race_detection) return;
        clock.assign(current->clock);
        tick();
    }
    void tick() {
        ++current->moment;
        current->clock.set(current->id, current->time());
    }

    // Sequentially consistent fences, in their order, with what must be known after them (see weak_memory.cpp).
    struct StrongestFence {
        ThreadId thread;
        std::uint32_t time;
        std::uint32_t step;  // length of the schedule after it
        Clock earlier;       // of all such fences before it
    };
    std::vector<StrongestFence> strongest_fences;

    // --- memory ----------------------------------------------------------------------------------------------------
    void plain_access(std::uintptr_t address, std::size_t size, bool write, std::uintptr_t pc);
    static constexpr std::uint64_t long_stretch = 5000;  // plain accesses without a step: perhaps a loop that waits
    // Perhaps for another thread, which has not come yet to touch the stack that is read here and private so far.
    bool reads_on_and_on() const { return ticks - last_write > long_stretch; }
    // Every access is looked at closely from now on.
    void look_closely();
    // Not inline, like the next one: what leads here is done with few registers.
    [[gnu::noinline]] void compare_access(std::uintptr_t address, Shadow::Cell& cell, Access now);
    // An access to memory that other threads may use.
    [[gnu::noinline]] void shared_access(std::uintptr_t address, std::size_t size, bool write, std::uintptr_t pc);
    void atomic_access(std::uintptr_t address, std::size_t size, bool write, std::uintptr_t pc);
    void freed(std::uintptr_t address, std::size_t size, std::uintptr_t pc);
    Shadow shadow;

    // --- ends ------------------------------------------------------------------------------------------------------
    [[noreturn]] void fail(FailureKind kind, std::string message);
    [[noreturn]] void fail_prepared();  // failure is filled in
    [[noreturn]] void end();            // the execution is over

    // --- knowledge that outlives executions ------------------------------------------------------------------------
    std::unordered_set<std::uint64_t> shared;  // identities of objects that two threads used in some execution
    bool all_shared = false;
    bool weak_seen = false;       // some atomic operation is weaker than seq_cst: loads may read older values
    bool fence_seen = false;      // a sequentially consistent fence
    bool try_seen = false;        // somebody tried a lock: unlocking can be noticed
    bool detach_seen = false;     // a thread was detached: main may end before any of its operations
    bool clock_seen = false;      // somebody read a clock: when others sleep can be noticed
    bool others_can_run() const;  // besides the current thread
    // Every other thread has ended or is blocked, without a time-out that would soon let it go on.
    bool others_wait(const Thread& thread) const;
    void note_detach() {
        if (!detach_seen) detach_seen = knowledge_grew = true;
    }
    std::unordered_set<std::uintptr_t> visible;  // cells whose plain accesses are steps
    Limits limits;
    Recorder* recorder = nullptr;
    std::uint64_t executions = 0;

    // What the watchdog's alarms have seen: ticks, executions, and alarms in a row without news.
    struct Watched {
        std::uint64_t ticks = 0, executions = 0;
        int idle_alarms = 0;
    } watched;

    // --- internals shared by the model's files -----------------------------------------------------------------------
    std::uint32_t generation = 0;
    bool choices_left_out = false;  // in any execution so far: a limit or fairness hid a choice that there was
    Fiber host;

private:
    bool ignores_plain = false;  // nobody looks at plain accesses in this execution
    friend void thread_entry(void* argument);
    friend void body_entry(void* argument);
    friend class Checkpoint;
    void clear_away();
    void reset();
    void begin(CheckpointTree::Plan plan);
    void run_hand_in();
    struct Tag {
        std::uint32_t id, mark;
    };
    std::uint32_t tag_mark() const { return tag_generation_ ^ 0x5a17c0deu; }
    [[gnu::noinline]] Object& tag_anew(const void* address, ObjectKind kind);
    // Such an object of an ordinary mutex, neither robust nor shared with other processes; null: ask tagged().
    Object* ordinary_mutex(const void* address);
    [[noreturn, gnu::cold]] void used_after_destruction(const Object& object);
    void main_finished();
    // Taking and giving back a lock is what a polling loop does, too.
    void note_change_of_mutex(Object& object, Thread& me) {
        ++object.version;
        ++state_version;
        quiet = 0;
        me.spins = 0;
        ++me.changes;
    }
    void note_change(Object& object) {
        note_change_of_mutex(object, *current);
        if (object.kind == ObjectKind::mutex || object.kind == ObjectKind::recursive_mutex) return;
        current->clock_reads = 0;
        current->unproductive_yields = 0;
    }
    [[gnu::cold]] void tell_touch(Object& object, bool write, Need need);
    void tell_watcher(const Thread& thread, const Pending& pending, bool chosen);
    void tell_what_was_left();
    Need need_of(const Pending& pending) const;
    // Publishes the pending operation of the current thread, which is `me`; returns when it may take place.
    void await_turn(Thread& me);
    Thread* choose();
    // The same when it is known who can go on, and one is as good as the other. Null: use choose().
    Thread* choose_quickly();
    bool ready_is_true() const;  // for assertions: `ready` says what the threads say that it has not to ask
    Thread* collect_candidates();
    void keep_earliest_deadline();
    bool time_passes();
    bool is_time_out(const Candidate& candidate) const;
    void keep_fair();
    void keep_those_who_look_at_news();
    void keep_one_by_chance();
    static std::uint32_t steps_of_long_execution(bool systematic);
    const Candidate* ask_strategy();
    std::uint64_t notified_threads() const;
    void switch_to(Thread& next);
    [[noreturn]] void leave_to(Thread& next);
    Thread* nobody_can_run();
    Thread* next_probe();
    [[noreturn]] void no_progress_made();
    [[noreturn]] void all_done();
    bool commutes(const Thread& thread) const;
    bool runs_at_once(Thread& thread) const;
    // The thread takes a step of the schedule.
    [[gnu::always_inline]] void count_step(Thread& me, bool futile) {
        const std::uint32_t count = log->count;
        if (count >= next_check_) [[unlikely]]
            check_length();
        note_step(me);
        if (futile) me.futile_step = me.own_steps;
        if (fair_) fair_step(me);
    }
    [[gnu::always_inline]] void note_step(Thread& me) {
        const std::uint32_t count = log->count;
        log->threads[count] = me.in_schedule;
        log->count = count + 1;
        run_length_ = last_stepped_ == me.id ? run_length_ + 1 : 0;
        last_stepped_ = me.id;
        ++me.own_steps;
        me.plain_accesses = 0;
        me.stutters = false;
    }
    [[gnu::noinline, gnu::cold]] void check_length();
    // Whether the next step of the thread is nothing but that step: nobody watches, nothing is counted or weighed.
    bool may_step_quickly(const Thread& me) const {
        return !observed_ && !fair_ && !me.futile && run_length_ < long_run_ && log->count < next_check_;
    }
    bool step_is_enabled(const Thread& thread) const;
    void fair_yield(Thread& thread, std::uint64_t enabled);
    void fair_step(const Thread& thread);
    Thread& replayed();
    [[noreturn]] void stop();
    std::uint64_t identity(const Object& object) const;

    CheckpointTree checkpoints_;
    std::uint32_t tag_generation_ = 0;  // of the execution whose marks the tags of objects bear
    bool stops_at_choice_ = false;      // the execution returns to the host at its next choice, for a checkpoint,
    bool at_choice_ = false;            // and has done so
    void (*body_)(void*) = nullptr;
    void* body_argument_ = nullptr;
    Strategy* strategy_ = nullptr;
    StepWatcher* watcher_ = nullptr;  // the strategy's, if it has one
    const std::vector<ThreadId>* replay_ = nullptr;
    // The strategy's generator, in an execution that nobody watches, as long as fairness and length do not matter.
    Random* uniform_ = nullptr;
    // The same in an execution that is to stop at its next choice: until then, choices take the long way.
    Random* set_aside_ = nullptr;
    void chooses_otherwise() { uniform_ = set_aside_ = nullptr; }
    bool observed_ = false;             // replayed, recorded, probed, or followed by a strategy step by step
    std::uint32_t most_steps_ = 0;      // in an execution
    std::uint32_t next_check_ = 0;      // length of the schedule when check_length() has something to do
    std::uint32_t long_execution_ = 0;  // see keep_one_by_chance()
    Sequence<Candidate> candidates_;
    std::size_t normal_ = 0;                           // candidates that are not alternatives
    bool alternatives_ = false;                        // there were others
    bool names_objects_ = false, asks_costs_ = false;  // what the strategy wants to know of candidates
    bool systematic_ = false;                          // so is the strategy
    bool exact_ = false;  // loops that only look are recognised by the state of their thread
    std::uint32_t long_run_ = 64;
    void spins() {
        spinning_ = true;
        chooses_otherwise();
    }
    std::unordered_map<const void*, Object*> by_address_;
    // Trying out whether a waiter would go on if it were woken (see diagnosis.cpp).
    struct Probe {
        Thread* thread = nullptr;
        const Object* object = nullptr;
        std::string lost_message;
        std::vector<std::pair<Thread*, std::string>> waiters;
        Failure deadlock;
        std::uint32_t steps = 0;
    } probe_;
};

extern Execution exec;

// Whether the thread, which waits on a condition or an address, has a notification to take.
bool is_notified(const Thread& thread);

// Exit functions that were registered before any execution, by constructors of the program's globals.
std::vector<ThreadLocalDestructor>& first_exit_functions();

// Whether the address lies on the heap or on a stack of the hand-in.
bool in_hand_in_memory(const void* address) noexcept;
// Whether it is one of the program's own globals.
bool in_hand_in_data(const void* address) noexcept;

// In words: "main", "thread 2".
std::string thread_name(ThreadId thread);
std::string grouped(std::uint64_t number);  // "20,000"

}  // namespace interleave
