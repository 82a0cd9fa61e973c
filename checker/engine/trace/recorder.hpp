// recorder.hpp: writes down one execution, event by event, where the supervising process can read it after a crash.
#pragma once

#include "model/execution.hpp"
#include "trace/storage.hpp"

#include <cstddef>
#include <cstdint>

namespace interleave {

struct RecordedEvent {
    static constexpr unsigned stack_depth = 32;
    std::int32_t step = -1;  // place in the schedule, or -1
    ThreadId thread = 0;
    Op op = Op::point;
    bool blocks = false;
    ObjectId object = 0;
    std::uintptr_t address = 0;  // of a plain access
    std::uint8_t size = 0;
    Storage storage;         // of a plain access
    std::uint64_t bits = 0;  // read or written, of a plain access to no more than eight bytes
    bool has_bits = false;
    std::uint8_t held_count = 0;
    std::uint8_t depth = 0;
    ObjectId held[8] = {};
    std::uintptr_t stack[stack_depth] = {};
    char value[32] = {};
    char note[64] = {};
};

struct RecordedObject {
    ObjectKind kind = ObjectKind::none;
    std::uintptr_t address = 0;
    std::int32_t holder = -1;
    char name[64] = {};
    char state[48] = {};
    Storage storage;
    bool stored = false;  // `storage` is known
};

struct RecordedThread {
    enum class State : std::uint8_t { running, blocked, sleeping, finished } state = State::running;
    ObjectId waits_for = 0;
    std::int32_t waits_for_thread = -1;
    Op next = Op::point;  // what it is about to do, and with what; of a thread that was stopped before its next step
    ObjectId next_object = 0;
    std::uint8_t depth = 0;
    std::uintptr_t stack[RecordedEvent::stack_depth] = {};
};

// A thread that could take the next step.
struct RecordedChoice {
    enum class Kind : std::uint8_t { step, timeout, spurious } kind = Kind::step;
    ThreadId thread = 0;
};

struct Recording {
    static constexpr unsigned event_capacity = 24000, object_capacity = 4000;
    std::uint32_t events = 0, objects = 0, threads = 0;
    bool cut = false;
    std::int32_t race_first = -1, race_second = -1;
    bool stopped = false;   // where the schedule ended; then:
    unsigned choices = 0;   // who could go on,
    unsigned values = 1;    // and how many values the latest step's load could have read
    bool diverged = false;  // the schedule could not be followed
    RecordedEvent event[event_capacity];
    RecordedObject object[object_capacity];
    RecordedThread thread[max_threads];
    RecordedChoice choice[max_threads];
};

class Recorder {
public:
    explicit Recorder(Recording& recording);

    // Something that the current thread does now.
    RecordedEvent* event(Op op, const Object* object, const char* value = "", const char* note = "",
                         std::uintptr_t pc = 0);
    // Like event(), and the latest step of the schedule.
    RecordedEvent* step(Op op, const Object* object, const char* value = "", const char* note = "",
                        std::uintptr_t pc = 0);
    // A plain access that is about to happen. What a write leaves is read at the next event, or, if that is a read by
    // the same thread, at the one after it.
    RecordedEvent* access(std::uintptr_t address, std::size_t size, bool write, std::uintptr_t pc);
    // What the current thread would do next but cannot.
    void blocked(const Thread& thread);
    void complete_write();
    // The program crashed at it, or the memory is given back: what was to be written cannot be read.
    void give_up_write() {
        unfinished_write_ = nullptr;
        put_off_ = false;
    }

    // The state at the end: every object and thread.
    void finish();

    std::uint32_t count() const { return recording_.events; }

private:
    void add_racing_access();
    void describe(const Thread& thread, bool waits);
    void describe_choices();
    void note_pending_storage();
    bool is_described(std::size_t thread) const { return thread < described_.size() && described_[thread]; }
    void note_storage(const Object* object, std::uintptr_t pc);
    RecordedEvent* add(const Thread& thread, Op op, const Object* object, const char* value, const char* note,
                       std::uintptr_t pc);

    Recording& recording_;
    RecordedEvent* unfinished_write_ = nullptr;
    bool put_off_ = false;  // by one event already
    bool finished_ = false;
    std::vector<bool> described_;  // by thread: its end has been written down already
};

}  // namespace interleave
