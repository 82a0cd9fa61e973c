// weak_memory.cpp: the stores of an atomic that a load may read.
#include "model/weak_memory.hpp"

#include "trace/recorder.hpp"

#include <algorithm>

namespace interleave::weak {
namespace {

constexpr unsigned most_older = (1u << (16 - step_thread_bits)) - 1;
constexpr unsigned most_stale = 4;  // reads in a row of what is no longer the latest, by one thread of one atomic

char g_fences;  // its address stands for the order of all sequentially consistent fences

bool knows(const Thread& thread, ThreadId other, std::uint32_t time) {
    return other == no_thread || other == thread.id || time <= thread.clock[other] || time <= thread.fence_order[other];
}

void begin_history(Object& object, std::uint64_t latest) {
    if (!object.stores.empty() && object.stores.back().value == latest) return;
    // The first look at it, or something without hooks has changed it.
    object.stores.clear();
    object.reads.clear();
    object.bounds.clear();
    object.stores.push_back({latest, no_thread, 0, 0, true, false, {}});
    object.stores.back().release.assign(object.clock);
}

// The latest store that the thread must know of: its own, one that happens before now, one that it has read, or
// somebody else when that happens before now.
std::size_t latest_known(const Thread& me, const Object& object) {
    std::size_t known = object.stores.size() - 1;
    while (known > 0 && !knows(me, object.stores[known].thread, object.stores[known].time)) --known;
    for (const auto& bound : object.bounds)
        if (bound.store > known && knows(me, bound.thread, bound.time)) known = bound.store;
    return known;
}

void note_bound(Object& object, std::size_t store) {
    const Thread& me = *exec.current;
    const auto index = static_cast<std::uint32_t>(store);
    for (auto bound = object.bounds.rbegin(); bound != object.bounds.rend(); ++bound)
        if (bound->thread == me.id) {
            if (bound->store >= index) return;
            break;
        }
    object.bounds.push_back({me.id, me.time(), index});
}

// Whether a store by the current thread before this one is more than another order of execution: only if the thread has
// taken a step since, and the other one before that step.
bool could_not_come_earlier(const Object::Store& other) {
    const auto stepped = [](std::uint32_t at, ThreadId thread) {
        return thread_of_step(exec.log->threads[at]) == thread;
    };
    std::uint32_t mine = exec.log->count - 1;  // the present step
    while (mine > other.step && !(mine < exec.log->count - 1 && stepped(mine, exec.current->id))) --mine;
    for (std::uint32_t at = other.step + 1; at < mine; ++at)
        if (stepped(at, other.thread)) return true;
    return false;
}

}  // namespace

bool in_use(const Object& object, int order) {
    if (!exec.limits.race_detection || exec.probing()) return false;
    if (!exec.weak_seen) {
        if (order == __ATOMIC_SEQ_CST || object.kind != ObjectKind::atomic || !object.shared) return false;
        exec.weak_seen = exec.knowledge_grew = true;
    }
    return object.shared && object.kind == ObjectKind::atomic;
}

Read read(Object& object, std::uint64_t latest, int order, std::uintptr_t pc) {
    begin_history(object, latest);
    Thread& me = *exec.current;
    const bool strongest = order == __ATOMIC_SEQ_CST;
    const std::size_t last = object.stores.size() - 1;
    if (strongest && exec.fence_seen) exec.touch(exec.at(&g_fences, ObjectKind::atomic), false);
    std::size_t first = last;
    if (strongest)
        while (first > 0) {
            const auto& store = object.stores[first];
            if (store.strongest || store.time <= exec.fence_clock[store.thread]) break;
            --first;
        }
    else
        first = 0;
    first = std::max(first, latest_known(me, object));
    Object::ReadBy* mine = nullptr;
    for (auto& other : object.reads)
        if (other.thread == me.id) mine = &other;
    std::size_t options = std::min<std::size_t>(last - first, most_older) + 1;
    const std::uint64_t state = options > 1 && exec.is_exact() ? exec.state_of_current() : 0;
    if (options > 1 && mine != nullptr) {
        // A loop that has come round: once more the same would change nothing. What is new reaches it in the end.
        if (mine->pc == pc && state != 0 && mine->state == state && mine->store != last) {
            options = 1;
        } else if (mine->stale >= most_stale) {
            options = 1;
            exec.left_out();
        }
    }
    const unsigned older = exec.choose_value(static_cast<unsigned>(options));
    const std::size_t chosen = last - std::min<std::size_t>(older, last - first);
    Read result{object.stores[chosen].value, &object.stores[chosen].release, static_cast<unsigned>(last - chosen),
                false};
    result.news = options > 1 || mine == nullptr || mine->store != chosen;
    if (mine == nullptr) mine = &object.reads.emplace_back();
    *mine = {me.id, static_cast<std::uint32_t>(chosen), pc, state, chosen == last ? 0 : mine->stale + 1};
    note_bound(object, chosen);
    return result;
}

void read_latest(Object& object, int order) {
    if (in_use(object, order) && !object.stores.empty()) note_bound(object, object.stores.size() - 1);
}

void before_write(Object& object, std::uint64_t latest) { begin_history(object, latest); }

void after_write(Object& object, std::uint64_t value, int order, bool update) {
    const Thread& me = *exec.current;
    object.stores.push_back({value, me.id, me.written_at, exec.log->count - 1, order == __ATOMIC_SEQ_CST, update, {}});
    object.stores.back().release.assign(object.clock);
}

unsigned choose_place(const Object& object, int order) {
    if (order == __ATOMIC_SEQ_CST || exec.fence_seen) return 0;
    const std::size_t last = object.stores.size() - 1, known = latest_known(*exec.current, object);
    unsigned places[most_older + 1] = {0};  // before how many of the latest stores
    unsigned options = 1;
    for (std::size_t at = last; at > known && options <= most_older; --at)
        if (!object.stores[at].update && could_not_come_earlier(object.stores[at]))
            places[options++] = static_cast<unsigned>(last + 1 - at);
    return places[exec.choose_value(options)];
}

void store_before(Object& object, std::uint64_t value, int order, unsigned later) {
    Thread& me = *exec.current;
    const std::size_t at = object.stores.size() - later;
    for (auto& read : object.reads)
        if (read.store >= at) ++read.store;
    for (auto& bound : object.bounds)
        if (bound.store >= at) ++bound.store;
    me.written_at = me.time();
    const auto store = object.stores.insert(object.stores.begin() + static_cast<std::ptrdiff_t>(at),
                                            {value, me.id, me.written_at, exec.log->count - 1, false, false, {}});
    if (order >= __ATOMIC_RELEASE)
        exec.release_replacing(store->release);
    else
        store->release.assign(me.release_fence);
}

void fence(std::uintptr_t pc) {
    if (!exec.weak_seen) {
        exec.weak_seen = exec.knowledge_grew = true;
    }
    if (!exec.fence_seen) exec.fence_seen = exec.knowledge_grew = true;
    Object& order = exec.at(&g_fences, ObjectKind::atomic);
    exec.step({.op = Op::fence, .object = &order, .pc = pc});
    exec.touch(order, true);
    Thread& me = *exec.current;
    me.fence_order.join(exec.fence_clock);
    exec.fence_clock.join(me.clock);
    exec.fence_clock.join(me.fence_order);
    exec.tick();
    if (exec.recorder != nullptr) exec.recorder->step(Op::fence, nullptr, "", "", pc);
}

}  // namespace interleave::weak
