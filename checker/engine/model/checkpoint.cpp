// checkpoint.cpp: copies the state of an execution, and copies it back.
#include "model/checkpoint.hpp"

#include "memory/snapshot.hpp"
#include "model/execution.hpp"

#include <algorithm>
#include <span>

namespace interleave {
namespace {

constexpr unsigned most_threads = 8;  // their clocks have no storage elsewhere

// What most have none of is copied for few.
template <class T>
void put_back(std::vector<T>& to, const std::vector<T>& from) {
    if (!(to.empty() && from.empty())) to = from;
}

void put_back_looks(Thread& thread, const std::vector<Thread::Look>& looks, unsigned next) {
    std::ranges::copy(looks, thread.looks);
    for (Thread::Look& look : thread.looks) look.changes = look.changes != 0 ? thread.changes : 0;
    thread.next_look = next;
}

}  // namespace

bool Checkpoint::keep(const Execution& now) {
    const bool ordinary = now.set_aside_ != nullptr && !now.fair_ && !now.spinning_ && !now.probing() &&
                          !now.knowledge_grew && !now.main_returned && !now.library_memory_used &&
                          now.failure.kind == FailureKind::none && now.names.empty() && now.strongest_fences.empty() &&
                          now.thread_count <= most_threads && now.log->count < now.next_check_;
    if (!ordinary) return false;
    state_ = now;
    current_ = now.current->id;
    tag_generation_ = now.tag_generation_;
    output_ = now.output;
    exit_functions_ = now.exit_functions;
    steps_.assign(now.log->threads, now.log->threads + now.log->count);
    by_address_.assign(now.by_address_.begin(), now.by_address_.end());
    for (unsigned i = 0; i < now.thread_count; ++i) {
        const Thread& thread = now.threads[i];
        KeptThread& kept = threads_.emplace_back();
        kept.state = thread;
        kept.locked = thread.lock.object;
        kept.lock_pc = thread.lock.pc;
        kept.held.assign(thread.held.begin(), thread.held.end());
        kept.destructors = thread.destructors;
        kept.specific = thread.specific;
        if (std::ranges::any_of(thread.looks, [&](const auto& look) { return look.changes == thread.changes; }))
            kept.looks.assign(std::begin(thread.looks), std::end(thread.looks));
        for (Thread::Look& look : kept.looks) look.changes = look.changes == thread.changes ? 1 : 0;
        kept.next_look = thread.next_look;
        keep_fiber(*thread.fiber, kept.fiber);
        size_ += kept.fiber.stack.size() + kept.fiber.locals.size();
    }
    for (unsigned i = 0; i < now.object_count; ++i) objects_.push_back({now.objects[i], now.objects[i]});
    data_ = copy_of_data();
    const bool kept = now.shadow.keep(cells_) && arena::keep(heap_);
    size_ += data_.size() + heap_.contents.size() + cells_.size() * sizeof cells_[0];
    return kept;
}

bool Checkpoint::is_the_same(const Execution& now) const {
    const StepLog& log = *now.log;
    bool same = now.thread_count == state_.thread_count && now.object_count == state_.object_count &&
                now.ticks == state_.ticks && now.now == state_.now && now.current->id == current_ &&
                now.output == output_ && std::ranges::equal(std::span(log.threads, log.count), steps_);
    // The engine's own frames, below those of the hand-in, have places that nobody reads.
    for (unsigned i = 0; same && i < now.thread_count; ++i)
        same = stands_as(*now.threads[i].fiber, threads_[i].fiber, now.threads[i].frame);
    return same && arena::stands_as(heap_) && data_stand_as(data_);
}

void Checkpoint::put_back(Execution& into) const {
    static_cast<ExecutionState&>(into) = state_;
    into.tag_generation_ = tag_generation_;
    into.current = &into.threads[current_];
    if (!(into.output.empty() && output_.empty())) into.output = output_;
    interleave::put_back(into.exit_functions, exit_functions_);
    std::copy(steps_.begin(), steps_.end(), into.log->threads);
    into.log->count = static_cast<std::uint32_t>(steps_.size());
    if (!(into.by_address_.empty() && by_address_.empty())) {
        into.by_address_.clear();
        into.by_address_.insert(by_address_.begin(), by_address_.end());
    }
    for (std::size_t i = 0; i < objects_.size(); ++i) {
        Object& object = into.objects[i];
        const KeptObject& kept = objects_[i];
        static_cast<ObjectState&>(object) = kept.state;
        if (!(object.is_empty() && kept.history.is_empty())) static_cast<ObjectHistory&>(object) = kept.history;
    }
    for (std::size_t i = 0; i < threads_.size(); ++i) {
        const KeptThread& kept = threads_[i];
        Thread& thread = into.threads[i];
        static_cast<ThreadState&>(thread) = kept.state;
        thread.begin_anew();
        thread.lock.object = kept.locked;
        thread.lock.pc = kept.lock_pc;
        for (Object* held : kept.held) thread.held.push_back(held);
        interleave::put_back(thread.destructors, kept.destructors);
        interleave::put_back(thread.specific, kept.specific);
        if (!kept.looks.empty()) put_back_looks(thread, kept.looks, kept.next_look);
        put_back_fiber(*thread.fiber, kept.fiber);
    }
    into.shadow.restart_with(cells_);
    arena::restart_at(heap_);
    put_back_data(data_);
}

}  // namespace interleave
