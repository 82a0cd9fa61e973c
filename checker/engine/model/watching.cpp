// watching.cpp: what a strategy with a watcher is told of each step: which objects it touches, and how.
#include "model/execution.hpp"

#include "model/primitives.hpp"

#include <algorithm>

namespace interleave {
namespace {

constexpr ObjectId spurious_budget = 0;  // no object has this id: what all spurious wake-ups draw on

Availability availability(const Object& object, ThreadId thread) {
    switch (object.kind) {
        case ObjectKind::mutex:
        case ObjectKind::recursive_mutex:
        case ObjectKind::shared_mutex:
            return {mutex_is_free(object), object.owner == no_thread,
                    object.owner == thread || std::ranges::find(object.readers, thread) != object.readers.end()};
        case ObjectKind::semaphore: return {object.value > 0, true, false};
        case ObjectKind::once:
        case ObjectKind::guard: return {object.owner == no_thread, true, false};
        default: return {};
    }
}

// A latch opens once and for all: who waits for it comes after all who arrive, whatever the order of these.
bool waits_for_latch(const Pending& pending) {
    return pending.op == Op::wait && pending.enabled != nullptr && pending.object != nullptr &&
           pending.object->kind == ObjectKind::latch;
}

}  // namespace

Need Execution::need_of(const Pending& pending) const {
    switch (pending.op) {
        case Op::lock:
        case Op::acquire:
        case Op::once: return Need::exclusive;
        case Op::lock_shared: return Need::shared;
        case Op::wake: return Need::notified;
        default: return Need::nothing;
    }
}

void Execution::tell_touch(Object& object, bool write, Need need) {
    if (!object.shared || probing()) return;
    watcher_->touch(current->id, {object.id, write, need, availability(object, current->id)});
}

void Execution::touch_spurious_budget() {
    if (watcher_ == nullptr || probing()) return;
    watcher_->touch(current->id, {spurious_budget, true, Need::exclusive, {spurious_left != 0, true, false}});
}

void Execution::tell_watcher(const Thread& thread, const Pending& pending, bool chosen) {
    if (probing()) return;
    Object* object = pending.object;
    const bool shared_object = object != nullptr && object->shared;
    if (pending.unlisted || waits_for_latch(pending)) {
        if (shared_object) watcher_->waited(thread.id, object->id);
        if (!pending.unlisted) watcher_->step_begins(thread.id, {chosen, false});
        return;
    }
    if (!chosen && !shared_object) return;
    const bool timeout = thread.outcome == Outcome::timed_out && pending.alternative == Pending::Alternative::timeout;
    const bool global =
        pending.global || timeout || (pending.op == Op::sleep && clock_seen) || (pending.op == Op::exit && detach_seen);
    watcher_->step_begins(thread.id, {chosen, global});
    if (shared_object) touch(*object, false, thread.outcome == Outcome::timed_out ? Need::nothing : need_of(pending));
}

// Threads that are blocked would do something next: it may be possible, in another order of what came before.
void Execution::tell_what_was_left() {
    for (unsigned i = 0; i < thread_count; ++i) {
        const Thread& thread = threads[i];
        const Pending& pending = *thread.pending;
        if (thread.finished || &pending == &nothing_pending || pending.unlisted || waits_for_latch(pending)) continue;
        Footprint wanted;
        wanted.global = pending.global || (pending.op == Op::exit && detach_seen) ||
                        (pending.op == Op::lock && pending.context != nullptr);
        const auto add = [&](const Object* object, Need need) {
            if (object == nullptr || !object->shared) return;
            Touch* entry = wanted.entry(object->id);
            if (entry == nullptr) return;
            entry->write = true;
            entry->need = need;
        };
        add(pending.object, need_of(pending));
        add(pending.second, Need::exclusive);
        watcher_->blocked(thread.id, wanted);
    }
}

}  // namespace interleave
