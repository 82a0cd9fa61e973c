// quick_mutex.hpp: mutexes in the common case, inlined into the interposed calls; mutex.cpp has the rest.
//
// An ordinary mutex that the engine knows already, in an execution that nobody watches.
#pragma once

#include "interpose/export.hpp"
#include "model/quick_choice.hpp"

#include <cstdint>

namespace interleave {

[[gnu::always_inline]] inline Object* Execution::ordinary_mutex(const void* address) {
    constexpr int kinds = 3;  // in glibc's pthread_mutex_t
    const Tag tag = *static_cast<const Tag*>(address);
    if (tag.mark != tag_mark() || tag.id - 1 >= object_count || (static_cast<const int*>(address)[4] & ~kinds) != 0)
        return nullptr;
    Object& object = objects[tag.id - 1];
    return object.address == address && !object.destroyed ? &object : nullptr;
}

[[gnu::always_inline]] inline bool Execution::lock_quickly(const void* mutex, std::uintptr_t pc) {
    Thread& me = *current;
    Object* const object = ordinary_mutex(mutex);
    if (object == nullptr || !may_step_quickly(me) || me.refused != nullptr || object->owner == me.id) [[unlikely]]
        return false;
    if (object->shared) [[likely]] {
        me.lock.object = object;
        me.lock.pc = pc;
        me.pending = &me.lock;
        me.may_run_at_once = me.yields = false;
        me.waits_since = log->count;
        me.frame = hook_frame;
        ready.enter_for(*object, me.bit);
        Thread* next = me.return_to == no_thread ? choose_quickly() : nullptr;
        if (next == nullptr) [[unlikely]]
            await_turn(me);
        else
            switch_to(*next);
        ready.free &= ~me.bit;
        object->wanted_by &= ~me.bit;
        me.pending = &nothing_pending;
    } else if (object->first_user != me.id || detach_seen || object->owner != no_thread) {
        return false;
    }
    ++ticks;
    count_step(me, false);
    object->owner = me.id;
    object->recursion = 1;
    ready.taken(*object);
    if (object->released_by != me.id && limits.race_detection) me.clock.join(object->clock);
    me.held.push_back(object);
    note_change_of_mutex(*object, me);
    return true;
}

// Calls nothing, so that it keeps to few registers.
[[gnu::always_inline]] inline bool Execution::unlock_quickly(const void* mutex) {
    Thread& me = *current;
    Object* const object = ordinary_mutex(mutex);
    if (object == nullptr || !may_step_quickly(me) || try_seen || object->owner != me.id || object->recursion != 1 ||
        me.held.back() != object || !me.clock.is_short() || !object->clock.is_short()) [[unlikely]]
        return false;
    // Who got it together with others was not seen to use it.
    if (!object->shared && object->first_user != me.id) [[unlikely]]
        return false;
    ++ticks;
    note_step(me);
    object->released_by = me.id;
    object->owner = no_thread;
    object->recursion = 0;
    ready.given_back(*object);
    me.held.pop_back();
    note_change_of_mutex(*object, me);
    if (limits.race_detection) {
        object->clock.assign_short(me.clock);
        ++me.moment;
        me.clock.set_short(me.id, me.time());
    }
    return true;
}

}  // namespace interleave
