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
    object.stores.push_back({latest, no_thread, 0, true, {}});
    object.stores.back().release.assign(object.clock);
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
    for (; first > 0; --first) {
        const auto& store = object.stores[first];
        if (knows(me, store.thread, store.time)) break;
        if (strongest && (store.strongest || store.time <= exec.fence_clock[store.thread])) break;
    }
    Object::ReadBy* mine = nullptr;
    for (auto& other : object.reads) {
        if (other.thread == me.id) mine = &other;
        if (knows(me, other.thread, other.time)) first = std::max<std::size_t>(first, other.store);
    }
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
    *mine = {me.id, me.time(), static_cast<std::uint32_t>(chosen), pc, state, chosen == last ? 0 : mine->stale + 1};
    return result;
}

void before_write(Object& object, std::uint64_t latest) { begin_history(object, latest); }

void after_write(Object& object, std::uint64_t value, int order) {
    const Thread& me = *exec.current;
    object.stores.push_back({value, me.id, me.written_at, order == __ATOMIC_SEQ_CST, {}});
    object.stores.back().release.assign(object.clock);
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
