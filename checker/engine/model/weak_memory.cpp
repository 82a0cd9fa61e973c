// weak_memory.cpp: the stores of an atomic that a load may read.
#include "model/weak_memory.hpp"

#include "trace/recorder.hpp"

#include <algorithm>

namespace interleave::weak {
namespace {

constexpr unsigned most_older = (1u << (16 - step_thread_bits)) - 1;
constexpr unsigned most_stale = 4;  // reads in a row of what is no longer the latest, by one thread of one atomic

char g_fences;  // its address stands for the order of all sequentially consistent fences

// The latest sequentially consistent fence that happens before what the thread does now; null: there is none.
const Execution::StrongestFence* latest_fence(const Thread& thread) {
    const auto& fences = exec.strongest_fences;
    const auto found = std::find_if(fences.rbegin(), fences.rend(), [&](const Execution::StrongestFence& fence) {
        return fence.time <= thread.clock[fence.thread];
    });
    return found == fences.rend() ? nullptr : &*found;
}

void begin_history(Object& object, std::uint64_t latest) {
    if (!object.stores.empty() && object.stores.back().value == latest) return;
    // The first look at it, or something without hooks has changed it.
    object.stores.clear();
    object.reads.clear();
    object.bounds.clear();
    object.stores.push_back({latest, no_thread, 0, 0, 1, false, {}});
    object.stores.back().release.assign(object.clock);
}

// The latest store that the thread must know of: its own, one that happens before now, one that it has read, or
// somebody else when that happens before now. Also what comes in the order of sequentially consistent operations before
// a fence that happens before now: what happens before an earlier fence, and what such operations wrote or read
// ([atomics.order] 4).
std::size_t latest_known(const Thread& me, const Object& object) {
    const auto* fence = latest_fence(me);
    const auto knows = [&](ThreadId other, std::uint32_t time) {
        return other == no_thread || other == me.id || time <= me.clock[other] ||
               (fence != nullptr && time <= fence->earlier[other]);
    };
    std::size_t known = object.stores.size() - 1;
    for (; known > 0; --known) {
        const auto& store = object.stores[known];
        if (knows(store.thread, store.time)) break;
        if (fence != nullptr && store.strongest != 0 && store.strongest < fence->step) break;
    }
    for (const auto& bound : object.bounds)
        if (bound.store > known && knows(bound.thread, bound.time)) known = bound.store;
    return known;
}

// The latest store that a sequentially consistent load must know of besides: what such operations before it wrote or
// read, or what happens before such a fence before it.
std::size_t latest_in_order(const Object& object) {
    std::size_t known = object.stores.size() - 1;
    for (; known > 0; --known) {
        const auto& store = object.stores[known];
        if (store.strongest != 0 || store.time <= exec.fence_clock[store.thread]) break;
    }
    for (const auto& bound : object.bounds)
        if (bound.store > known && bound.time <= exec.fence_clock[bound.thread]) known = bound.store;
    return known;
}

// The present step, a sequentially consistent operation, comes before or after fences.
void among_fences() {
    if (!exec.fence_seen) return;
    Object& order = exec.at(&g_fences, ObjectKind::atomic);
    exec.mark_used(order);
    exec.touch(order, false);
}

// The present step has read the store.
void note_read(Object& object, Object::Store& store, int order) {
    if (store.thread != exec.current->id && store.read_step == 0) store.read_step = exec.log->count - 1;
    if (order != __ATOMIC_SEQ_CST) return;
    among_fences();
    if (store.strongest != 0) return;
    store.strongest = exec.log->count;
    exec.touch(object, true);  // others that are sequentially consistent can notice
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

// Whether a store by the current thread before this one is more than another order of execution. It is no more than
// that if the thread could have gone first, or the other one could have waited: if nothing that the thread has noticed
// since may have noticed the other store.
bool could_not_come_earlier(const Object::Store& other) {
    const Thread& me = *exec.current;
    const auto stepped = [](std::uint32_t at, ThreadId thread) {
        return thread_of_step(exec.log->threads[at]) == thread;
    };
    std::uint32_t mine = exec.log->count - 1;  // the present step
    do --mine;
    while (mine > other.step && !stepped(mine, me.id));
    mine = std::max(mine, me.begun_at);
    if (mine <= other.step) return false;
    const Thread& writer = exec.threads[other.thread];
    if (writer.joined || writer.created_at > other.step || (other.read_step != 0 && other.read_step < mine))
        return true;
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
    std::size_t first = latest_known(me, object);
    if (strongest) first = std::max(first, latest_in_order(object));
    Object::ReadBy* mine = nullptr;
    for (auto& other : object.reads)
        if (other.thread == me.id) mine = &other;
    std::size_t options = std::min<std::size_t>(last - first, most_older) + 1;
    if (last - first > most_older) exec.left_out();
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
    // The latest changes the order for others, see note_read(): a search must not take one choice for less than
    // another.
    if (strongest && options > 1) exec.touch(object, true);
    const unsigned older = exec.choose_value(static_cast<unsigned>(options));
    const std::size_t chosen = last - std::min<std::size_t>(older, last - first);
    Read result{object.stores[chosen].value, &object.stores[chosen].release, static_cast<unsigned>(last - chosen),
                false};
    result.news = options > 1 || mine == nullptr || mine->store != chosen;
    if (mine == nullptr) mine = &object.reads.emplace_back();
    *mine = {me.id, static_cast<std::uint32_t>(chosen), pc, state, chosen == last ? 0 : mine->stale + 1};
    note_bound(object, chosen);
    note_read(object, object.stores[chosen], order);
    return result;
}

void read_latest(Object& object, int order) {
    if (!in_use(object, order) || object.stores.empty()) return;
    note_bound(object, object.stores.size() - 1);
    note_read(object, object.stores.back(), order);
}

void before_write(Object& object, std::uint64_t latest) { begin_history(object, latest); }

void after_write(Object& object, std::uint64_t value, int order, bool update) {
    const Thread& me = *exec.current;
    const bool strongest = order == __ATOMIC_SEQ_CST;
    if (strongest) among_fences();
    if (update) note_read(object, object.stores.back(), __ATOMIC_RELAXED);
    object.stores.push_back(
        {value, me.id, me.written_at, exec.log->count - 1, strongest ? exec.log->count : 0, update, {}});
    object.stores.back().release.assign(object.clock);
}

unsigned choose_place(const Object& object, int order) {
    if (order == __ATOMIC_SEQ_CST || exec.fence_seen) return 0;
    const std::size_t last = object.stores.size() - 1, known = latest_known(*exec.current, object);
    unsigned places[most_older + 1] = {0};  // before how many of the latest stores
    unsigned options = 1;
    bool new_order = false;  // to come before all of these is more than another order of execution
    for (std::size_t at = last; at > known && options <= most_older; --at) {
        new_order = new_order || could_not_come_earlier(object.stores[at]);
        if (new_order && !object.stores[at].update) places[options++] = static_cast<unsigned>(last + 1 - at);
    }
    if (options > most_older) exec.left_out();
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
                                            {value, me.id, me.written_at, exec.log->count - 1, 0, false, {}});
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
    auto& fence = exec.strongest_fences.emplace_back(me.id, me.time(), exec.log->count);
    fence.earlier.assign(exec.fence_clock);
    exec.fence_clock.join(me.clock);
    exec.tick();
    if (exec.recorder != nullptr) exec.recorder->step(Op::fence, nullptr, "", "", pc);
}

}  // namespace interleave::weak
