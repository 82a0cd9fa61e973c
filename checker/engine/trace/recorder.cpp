// recorder.cpp: fills a Recording.
#include "trace/recorder.hpp"

#include "memory/snapshot.hpp"
#include "model/primitives.hpp"

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <utility>

namespace interleave {
namespace {

template <std::size_t n>
void copy_text(char (&to)[n], const char* text) {
    std::snprintf(to, n, "%s", text == nullptr ? "" : text);
}

void take_bits(RecordedEvent& event) {
    if (event.size == 0 || event.size > 8) return;
    std::memcpy(&event.bits, reinterpret_cast<const void*>(event.address), event.size);
    event.has_bits = true;
}

// The bytes as the number that they most likely are: types are not known here.
void format_value(char (&to)[32], std::uintptr_t address, std::size_t size) {
    const auto* bytes = reinterpret_cast<const void*>(address);
    if (size == 1) {
        std::int8_t value;
        std::memcpy(&value, bytes, 1);
        std::snprintf(to, sizeof to, "%d", value);
    } else if (size == 2) {
        std::int16_t value;
        std::memcpy(&value, bytes, 2);
        std::snprintf(to, sizeof to, "%d", value);
    } else if (size == 4) {
        std::int32_t value;
        std::memcpy(&value, bytes, 4);
        std::snprintf(to, sizeof to, "%" PRId32, value);
    } else if (size == 8) {
        std::int64_t value;
        std::memcpy(&value, bytes, 8);
        // A number of this size is an address or a floating-point number more often than an integer.
        if (value > -1000000000000 && value < 1000000000000) std::snprintf(to, sizeof to, "%" PRId64, value);
    }
}

}  // namespace

Recorder::Recorder(Recording& recording) : recording_(recording) {
    for (auto& object : recording_.object) object.stored = false;
    forget_frames();
}

// Where an object lies must be found out while the call is under way in which it is a local variable.
void Recorder::note_storage(const Object* object, std::uintptr_t pc) {
    if (object == nullptr || object->id == 0 || object->id > Recording::object_capacity) return;
    RecordedObject& to = recording_.object[object->id - 1];
    if (to.stored) return;
    to.stored = true;
    to.storage = storage_of(reinterpret_cast<std::uintptr_t>(object->address), pc);
}

RecordedEvent* Recorder::add(const Thread& thread, Op op, const Object* object, const char* value, const char* note,
                             std::uintptr_t pc) {
    complete_write();
    if (recording_.events == Recording::event_capacity) {
        recording_.cut = true;
        return nullptr;
    }
    RecordedEvent& event = recording_.event[recording_.events++];
    event = RecordedEvent{};
    event.thread = thread.id;
    event.op = op;
    event.object = object == nullptr ? 0 : object->id;
    note_storage(object, pc);
    copy_text(event.value, value);
    copy_text(event.note, note);
    if (pc != 0) event.stack[event.depth++] = pc;
    for (auto call = thread.calls.rbegin(); call != thread.calls.rend() && event.depth < RecordedEvent::stack_depth;
         ++call)
        event.stack[event.depth++] = *call;
    for (const Object* held : thread.held)
        if (event.held_count < std::size(event.held)) event.held[event.held_count++] = held->id;
    return &event;
}

RecordedEvent* Recorder::event(Op op, const Object* object, const char* value, const char* note, std::uintptr_t pc) {
    return add(*exec.current, op, object, value, note, pc);
}

RecordedEvent* Recorder::step(Op op, const Object* object, const char* value, const char* note, std::uintptr_t pc) {
    RecordedEvent* event = add(*exec.current, op, object, value, note, pc);
    if (event != nullptr) event->step = static_cast<std::int32_t>(exec.log->count) - 1;
    return event;
}

RecordedEvent* Recorder::access(std::uintptr_t address, std::size_t size, bool write, std::uintptr_t pc) {
    // Where a whole struct is copied, g++ 13 tells of the write before the read: it has not taken place yet.
    RecordedEvent* still_open = nullptr;
    if (!write && !put_off_ && unfinished_write_ != nullptr && unfinished_write_->thread == exec.current->id)
        still_open = std::exchange(unfinished_write_, nullptr);
    RecordedEvent* event = add(*exec.current, write ? Op::write : Op::read, nullptr, "", "", pc);
    if (event == nullptr) return nullptr;
    event->address = address;
    event->size = static_cast<std::uint8_t>(std::min<std::size_t>(size, 255));
    event->storage = storage_of(address, pc);
    if (write) {
        unfinished_write_ = event;
    } else {
        format_value(event->value, address, size);
        take_bits(*event);
        put_off_ = still_open != nullptr;
        if (put_off_) unfinished_write_ = still_open;
    }
    return event;
}

void Recorder::complete_write() {
    if (unfinished_write_ == nullptr) return;
    format_value(unfinished_write_->value, unfinished_write_->address, unfinished_write_->size);
    take_bits(*unfinished_write_);
    unfinished_write_ = nullptr;
    put_off_ = false;
}

void Recorder::blocked(const Thread& thread) {
    // Now: what it waits for is forgotten when the execution ends.
    if (described_.size() <= thread.id) described_.resize(thread.id + 1u);
    described_[thread.id] = true;
    describe(thread, true);
    const Pending& pending = *thread.pending;
    RecordedEvent* event =
        add(thread, pending.op == Op::wake ? Op::wait : pending.op, waits_for(thread), "", "", pending.pc);
    if (event != nullptr) event->blocks = true;
}

// What the thread is about to do; of the one that runs, only where it is.
void Recorder::describe(const Thread& thread, bool waits) {
    RecordedThread& to = recording_.thread[thread.id];
    to = RecordedThread{};
    const Pending& pending = *thread.pending;
    if (waits) {
        to.next = pending.op;
        to.next_object = pending.object == nullptr ? 0 : pending.object->id;
        const bool stopped = pending.locks ? pending.object->owner != no_thread || !pending.object->readers.empty()
                                           : pending.enabled != nullptr && !pending.enabled(thread);
        to.state = pending.op == Op::sleep ? RecordedThread::State::sleeping
                   : stopped               ? RecordedThread::State::blocked
                                           : RecordedThread::State::running;
        if (stopped) {
            const bool needs_lock =
                exec.stopped && pending.op == Op::wake && pending.second != nullptr && is_notified(thread);
            const Object* object = needs_lock ? pending.second : waits_for(thread);
            to.waits_for = object == nullptr ? 0 : object->id;
            if (pending.target != no_thread) to.waits_for_thread = pending.target;
        }
    }
    if (pending.pc != 0) to.stack[to.depth++] = pending.pc;
    for (auto call = thread.calls.rbegin(); call != thread.calls.rend() && to.depth < RecordedEvent::stack_depth;
         ++call)
        to.stack[to.depth++] = *call;
}

void Recorder::describe_choices() {
    using Kind = RecordedChoice::Kind;
    recording_.choices = 0;
    recording_.values = exec.values_of_latest_step();
    for (const Candidate& candidate : exec.choices()) {
        const auto alternative = exec.threads[candidate.thread].pending->alternative;
        const Kind kind = !candidate.alternative                         ? Kind::step
                          : alternative == Pending::Alternative::timeout ? Kind::timeout
                                                                         : Kind::spurious;
        recording_.choice[recording_.choices++] = {kind, candidate.thread};
    }
}

// The race detector stops an atomic operation, or the freeing of memory, before it is recorded.
void Recorder::add_racing_access() {
    const Failure& failure = exec.failure;
    const bool race = failure.kind == FailureKind::data_race || failure.kind == FailureKind::misuse;
    if (!race || failure.race_address == 0 || failure.race_now.event() < recording_.events) return;
    const bool atomic = (failure.race_now.flags() & Access::atomic) != 0;
    const bool write = (failure.race_now.flags() & Access::write) != 0;
    const char* note = (failure.race_now.flags() & Access::freed) != 0 ? "gives the memory back" : "";
    std::uintptr_t pc = program_image().base + failure.race_now.pc();
    if (!in_program_text(reinterpret_cast<const void*>(pc))) pc = 0;  // a library gave it back: its caller is known
    const Object* object = atomic ? exec.existing(reinterpret_cast<const void*>(failure.race_address)) : nullptr;
    const Op op = object == nullptr ? (write ? Op::write : Op::read) : write ? Op::atomic_store : Op::atomic_load;
    RecordedEvent* event = add(*exec.current, op, object, "", note, pc);
    if (event == nullptr) return;
    event->address = failure.race_address;
    event->size = 1;
    event->storage = storage_of(failure.race_address, pc);
}

// What nobody has touched yet gets its name from where it lies.
void Recorder::note_pending_storage() {
    for (unsigned i = 0; exec.stopped && i < exec.thread_count; ++i) {
        const Thread& thread = exec.threads[i];
        if (thread.finished || thread.pending == nullptr || thread.pending->object == nullptr) continue;
        const Object& object = *thread.pending->object;
        if (object.id == 0 || object.id > recording_.objects || recording_.object[object.id - 1].stored) continue;
        RecordedObject& to = recording_.object[object.id - 1];
        if (thread.pending->address != 0) to.address = thread.pending->address;
        to.stored = true;
        to.storage = storage_of(to.address, thread.pending->pc);
    }
}

void Recorder::finish() {
    if (finished_) return;
    finished_ = true;
    complete_write();
    add_racing_access();
    recording_.objects = std::min<std::uint32_t>(exec.object_count, Recording::object_capacity);
    for (unsigned i = 0; i < recording_.objects; ++i) {
        const Object& object = exec.objects[i];
        RecordedObject& to = recording_.object[i];
        const bool stored = to.stored;
        const Storage storage = stored ? to.storage : Storage{};
        to = RecordedObject{};
        to.stored = stored;
        to.storage = storage;
        to.kind = object.kind;
        to.address = reinterpret_cast<std::uintptr_t>(object.address);
        to.holder = object.owner == no_thread ? -1 : object.owner;
        const auto name = exec.names.find(object.address);
        if (name != exec.names.end()) copy_text(to.name, name->second.c_str());
        if (object.kind == ObjectKind::semaphore) std::snprintf(to.state, sizeof to.state, "permits %ld", object.value);
        if (object.kind == ObjectKind::condition_variable)
            std::snprintf(to.state, sizeof to.state, "notified %u times, %u with nobody waiting", object.notifies,
                          object.unheard);
        if (object.kind == ObjectKind::latch) std::snprintf(to.state, sizeof to.state, "count %ld", object.value);
        if (object.kind == ObjectKind::shared_mutex && !object.readers.empty())
            std::snprintf(to.state, sizeof to.state, "%zu readers", object.readers.size());
    }
    note_pending_storage();
    recording_.threads = exec.thread_count;
    for (unsigned i = 0; i < exec.thread_count; ++i) {
        const Thread& thread = exec.threads[i];
        if (thread.finished) {
            recording_.thread[i] = RecordedThread{};
            recording_.thread[i].state = RecordedThread::State::finished;
            continue;
        }
        if (!is_described(i)) describe(thread, exec.stopped || &thread != exec.current);
    }
    recording_.diverged = exec.diverged;
    recording_.stopped = exec.stopped;
    if (exec.stopped) describe_choices();
}

}  // namespace interleave
