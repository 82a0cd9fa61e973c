// memory.cpp: plain memory accesses: the race detector, and the few accesses that are scheduling points.
//
// A thread's own stack is skipped until another thread is seen using that part of it. What is learned then holds for
// the accesses that went before as well, so the execution is repeated (knowledge_grew).
#include "model/plain_access.hpp"

#include "interpose/export.hpp"
#include "interpose/streams.hpp"
#include "memory/arena.hpp"
#include "memory/snapshot.hpp"
#include "trace/recorder.hpp"

#include <algorithm>
#include <bit>

namespace interleave {
namespace {

constexpr std::uint64_t too_many_reads = 30'000'000;  // without a single write: a loop that waits for nothing
constexpr std::uint64_t too_much_work = 600'000'000;  // accesses in one execution

std::uint64_t part_of(std::uint64_t below_top) { return (below_top - 1) / 256; }

bool seen_by_others(const Thread& thread, std::uint64_t below_top) {
    const std::uint64_t part = part_of(below_top);
    return part >= 256 || (thread.stack_seen[part / 64] >> (part % 64) & 1) != 0;
}

// Thread::private_stack() for any size.
bool private_stack(std::uintptr_t address, std::size_t size) {
    const Thread& me = *exec.current;
    if (!me.private_stack(address)) return false;
    if (size <= 16) return true;
    const std::uint64_t below_top = me.stack_top - address;
    if (size > below_top) return false;
    for (std::uint64_t at = below_top - size + 1; at < below_top; at += 256)
        if (seen_by_others(me, at)) return false;
    return true;
}

Thread* stack_owner(std::uintptr_t address) {
    for (unsigned i = 0; i < exec.thread_count; ++i)
        if (own_stack(exec.threads[i], address)) return &exec.threads[i];
    return nullptr;
}

void note_foreign_stack(std::uintptr_t address, std::size_t size) {
    const bool at_most_two_parts = size <= 256;
    if (at_most_two_parts && part_is_known(address) && part_is_known(address + size - 1) && !exec.main_returned) return;
    Thread* owner = stack_owner(address);
    if (owner == nullptr || owner == exec.current) return;
    if (owner->id == 0 && exec.main_returned)
        exec.fail(FailureKind::misuse,
                  thread_name(exec.current->id) + " uses a local variable after its function has returned");
    const std::uintptr_t last = address + size - 1;
    for (std::uintptr_t at = address;; at = std::min(at + 256, last)) {
        const std::uint64_t below_top = owner->fiber->stack_top - at;
        if (!seen_by_others(*owner, below_top)) {
            const std::uint64_t part = part_of(below_top);
            owner->stack_seen[part / 64] |= std::uint64_t{1} << (part % 64);
            exec.knowledge_grew = exec.steps_grew = true;
        }
        // Stacks end at a page, so that such a part has one owner.
        known_stack_parts[(at >> 8) % std::size(known_stack_parts)] = at >> 8;
        if (at == last) break;
    }
}

void report(const Race& race, const Access& now) {
    if (is_standard_stream(race.address)) return;  // concurrent use of these is allowed
    exec.failure.race = race;
    exec.failure.race_address = race.address;
    exec.failure.race_now = now;
    if ((race.earlier.flags() & Access::freed) != 0)
        exec.fail(FailureKind::misuse,
                  thread_name(now.thread()) + " uses memory that " +
                      (race.earlier.thread() == now.thread() ? std::string("it") : thread_name(race.earlier.thread())) +
                      " has given back");
    const char* first = (race.earlier.flags() & Access::write) != 0 ? " writes" : " reads";
    const char* second = (now.flags() & Access::write) != 0 ? " writes" : " reads";
    exec.fail(FailureKind::data_race, thread_name(race.earlier.thread()) + first + " and " + thread_name(now.thread()) +
                                          second + " the same memory, and nothing orders the two");
}

void still_at_work() {
    exec.fail(FailureKind::leak,
              thread_name(exec.current->id) +
                  " still changes the program's variables after main has ended: nobody waited for it");
}

std::uint32_t next_event() { return exec.recorder != nullptr ? exec.recorder->count() : 0; }

}  // namespace

bool in_hand_in_memory(const void* address) noexcept {
    return arena::contains(address) || stack_owner(reinterpret_cast<std::uintptr_t>(address)) != nullptr;
}

bool in_hand_in_data(const void* address) noexcept {
    return reinterpret_cast<std::uintptr_t>(address) - g_program.data_begin < g_program.data_end - g_program.data_begin;
}

void Execution::plain_access(std::uintptr_t address, std::size_t size, bool write, std::uintptr_t pc) {
    if (plain_accesses == PlainAccesses::unseen) return;
    ++ticks;
    if (plain_accesses == PlainAccesses::counted) return;
    if (write) last_write = ticks;
    if (private_stack(address, size) && !reads_on_and_on()) return;
    shared_access(address, size, write, pc);
}

void Execution::compare_access(std::uintptr_t address, Shadow::Cell& cell, Access made) {
    if (Shadow::enter_several(cell, made, current->clock) || probing()) return;
    Race race;
    if (shadow.access(address, static_cast<std::size_t>(std::popcount(made.bytes())), made, current->clock, race))
        report(race, made);
}

// An access to memory that other threads may use.
void Execution::shared_access(std::uintptr_t address, std::size_t size, bool write, std::uintptr_t pc) {
    Thread& me = *current;
    if (write && !own_stack(me, address)) ++me.foreign_writes;
    if (++me.plain_accesses > long_stretch) {
        me.plain_accesses = 0;
        if (ticks > too_much_work) fail(FailureKind::step_limit, "one execution takes too much work to explore");
        if (ticks - last_write > too_many_reads)
            fail(FailureKind::no_progress,
                 thread_name(me.id) + " runs on and on without doing anything that others can notice");
        step({.op = Op::yield, .after_long_run = true, .pc = pc});
        if (recorder != nullptr) recorder->step(Op::yield, nullptr, "", "a long stretch of work", pc);
    }
    if (may_be_a_stack(address)) note_foreign_stack(address, size);
    const bool is_visible = !visible.empty() && visible.contains(address >> 3);
    if (is_visible) {
        hook_frame = 0;  // the hooks of plain accesses do not keep it: no two of these count as the same state
        Object& object = at(reinterpret_cast<const void*>(address & ~std::uintptr_t{7}), ObjectKind::memory);
        step({.op = write ? Op::write : Op::read, .object = &object, .pc = pc, .address = address});
        RecordedEvent* event = recorder != nullptr ? recorder->access(address, size, write, pc) : nullptr;
        if (event != nullptr) {
            event->step = static_cast<std::int32_t>(log->count) - 1;
            event->object = object.id;
        }
        if (write)
            changed(object);
        else
            looked(object, pc, false);
        return;  // the search for what follows from a race that is known
    }
    if (recorder != nullptr) recorder->access(address, size, write, pc);
    if (!limits.race_detection || probing() || current->in_library) return;
    if (main_ended && write && in_hand_in_data(reinterpret_cast<const void*>(address))) still_at_work();
    Access made = make_access(me, write ? Access::write : 0, pc, next_event());
    if (recorder != nullptr) made.set_event(made.event() - 1);
    Race race;
    if (shadow.access(address, size, made, me.clock, race)) report(race, made);
}

void Execution::atomic_access(std::uintptr_t address, std::size_t size, bool write, std::uintptr_t pc) {
    if (private_stack(address, size)) return;
    if (may_be_a_stack(address)) note_foreign_stack(address, size);
    if (main_ended && write && in_hand_in_data(reinterpret_cast<const void*>(address))) still_at_work();
    if (!limits.race_detection || probing() || current->in_library) return;
    const Access made = make_access(*current, static_cast<std::uint8_t>(Access::atomic | (write ? Access::write : 0)),
                                    pc, next_event());
    Race race;
    if (shadow.access(address, size, made, current->clock, race)) report(race, made);
}

void Execution::freed(std::uintptr_t address, std::size_t size, std::uintptr_t pc) {
    for (unsigned i = 0; i < thread_count; ++i)
        for (const Object* held : threads[i].held)
            if (reinterpret_cast<std::uintptr_t>(held->address) - address < size)
                fail(FailureKind::misuse, "memory with a mutex in it is given back while " +
                                              thread_name(threads[i].id) + " holds that mutex");
    if (!limits.race_detection || size == 0 || probing() || current->in_library) return;
    constexpr std::size_t most = 4096;  // of a large block the first bytes stand for all
    const Access made = make_access(*current, Access::write | Access::freed, pc, next_event());
    Race race;
    if (shadow.give_back(address, std::min(size, most), made, current->clock, race)) report(race, made);
}

}  // namespace interleave
