// deadlocks.cpp: circles of locks, locks that nobody gives back, and loops that hold them.
#include "diagnose/rules.hpp"

#include "judge/words.hpp"

#include <algorithm>

namespace lab::diagnose {
namespace {

// Where the thread took the lock that it holds to the end; null if it does not hold it.
const Event* taking(const Story& story, ThreadId thread, ObjectId lock) {
    const Event* taken = nullptr;
    for (const Event* event : story.of(thread)) {
        if (event->object == lock && event->op.find("unlock") != std::string::npos) taken = nullptr;
        if (!story.locks(*event).contains(lock))
            taken = nullptr;
        else if (taken == nullptr)
            taken = event;
    }
    return taken;
}

const Event* last_event(const Story& story, ThreadId thread) {
    const Events& own = story.of(thread);
    return own.empty() ? nullptr : own.back();
}

// The call that locked has ended, by whatever way, and the lock is still held.
Finding unlock_skipped(const Story& story, ThreadId holder, ObjectId lock) {
    const Event* taken = taking(story, holder, lock);
    const Event* last = last_event(story, holder);
    if (taken == nullptr || last == nullptr || !story.in_hand_in(*taken)) return std::nullopt;
    const Event* thrown = nullptr;
    const Event* outside = nullptr;
    for (const Event* event = taken; event != nullptr; event = story.next(*event)) {
        if (event->note == "throws an exception" || event->note == "throws the exception on")
            if (outside == nullptr) thrown = event;
        if (!event->stack.empty() && story.has_left(*taken, *event) && outside == nullptr) outside = event;
    }
    const evidence::ThreadSeen* seen = story.failure().thread(holder);
    const bool ended = seen != nullptr && seen->state == "finished";
    if (outside == nullptr && !ended) return std::nullopt;
    const bool by_exception = thrown != nullptr && (outside == nullptr || thrown->index <= outside->index);
    std::string way = by_exception ? "an exception leaves the function" : "the function returns";
    if (by_exception) way += story.at(*thrown);
    return diagnosis("unlock-skipped", judge::sentence(story.who(holder) + " locks " + story.name(lock) +
                                                       story.at(*taken) + ", and then " + way + " without unlocking"));
}

Finding circle(const Story& story) {
    const std::vector<int>& cycle = story.failure().cycle;
    const std::size_t links = cycle.size() / 2;
    if (links == 0) return std::nullopt;
    const auto is_thread = [&](ObjectId id) {
        const ObjectSeen* object = story.failure().object(id);
        return object == nullptr || object->kind == "thread";
    };
    for (std::size_t link = 0; link < links; ++link) {
        const ThreadId holder = cycle[(2 * link + 2) % (2 * links)];
        const ObjectId lock = cycle[2 * link + 1];
        if (!is_thread(lock))
            if (auto found = unlock_skipped(story, holder, lock)) return found;
    }
    if (links == 1) {
        const Event* taken = taking(story, cycle[0], cycle[1]);
        const Event* again = last_event(story, cycle[0]);
        if (taken == nullptr || again == nullptr || is_thread(cycle[1])) return std::nullopt;
        return diagnosis("self-deadlock",
                         judge::sentence(story.who(cycle[0]) + " locks " + story.name(cycle[1]) + story.at(*taken) +
                                         " and, while it holds it, locks it again" + story.at(*again)));
    }
    std::vector<std::string> parts;
    for (std::size_t link = 0; link < links; ++link) {
        const ThreadId waiter = cycle[2 * link];
        const ObjectId wanted = cycle[2 * link + 1];
        const ObjectId held = cycle[(2 * link + 2 * links - 1) % (2 * links)];
        if (is_thread(wanted)) {
            // Who waits for the end of a thread that needs the lock.
            const Event* taken = is_thread(held) ? nullptr : taking(story, waiter, held);
            const ThreadId other = cycle[(2 * link + 2) % (2 * links)];
            if (taken == nullptr) return std::nullopt;
            return diagnosis("waits-holding-lock",
                             judge::sentence(story.who(waiter) + " holds " + story.name(held) + " since " +
                                             judge::place_word(taken->place) + " while it waits for " +
                                             story.who(other) + " to end, which needs that lock"));
        }
        if (!judge::is_lock(story.failure(), wanted)) return std::nullopt;
        parts.push_back(story.who(waiter) + " locks " + story.name(held) + " before " + story.name(wanted));
    }
    return diagnosis("opposite-order",
                     judge::sentence(judge::joined(parts) + "; each holds what another one needs next"));
}

}  // namespace

Finding find_in_deadlock(const Story& story) {
    if (auto found = circle(story)) return found;
    for (const evidence::ThreadSeen& thread : story.failure().threads) {
        if (thread.state == "finished" || !thread.waits_for) continue;
        const ObjectSeen* object = story.failure().object(*thread.waits_for);
        if (object == nullptr || !object->holder || !judge::is_lock(story.failure(), object->id)) continue;
        if (auto found = unlock_skipped(story, *object->holder, object->id)) return found;
        // The holder is still at work, but waits for something else than a lock.
        const evidence::ThreadSeen* holder = story.failure().thread(*object->holder);
        const Event* taken = taking(story, *object->holder, object->id);
        const Event* last = last_event(story, *object->holder);
        if (holder == nullptr || taken == nullptr || last == nullptr || !last->blocks) continue;
        return diagnosis("waits-holding-lock",
                         judge::sentence(story.who(holder->id) + " holds " + story.name(object->id) + " since " +
                                         judge::place_word(taken->place) + " while it waits" + story.at(*last) + "; " +
                                         story.who(thread.id) + " needs that lock to go on"));
    }
    return std::nullopt;
}

Finding find_in_loop(const Story& story) {
    constexpr std::size_t rounds = 3;
    // A thread that lets others run again and again, or asks for the time, but keeps a lock.
    for (const Section& section : story.sections()) {
        Events turns;
        const Event* wanted = nullptr;
        for (const Event* event : section.events) {
            const bool tries = event->op == "try_lock" && event->note == "failed";
            if (tries || event->op == "yield" || event->op == "sleep") turns.push_back(event);
            if (tries) wanted = event;
        }
        if (turns.size() < rounds) continue;
        const bool needed = std::any_of(story.events().begin(), story.events().end(), [&](const Event* event) {
            return event->thread != section.thread && event->object == section.lock && event->index > section.begin();
        });
        const ObjectSeen* lock = story.failure().object(section.lock);
        if (!needed && (lock == nullptr || story.failure().threads.size() < 2)) continue;
        return diagnosis(
            "waits-holding-lock",
            judge::sentence(story.who(section.thread) + " locks " + story.name(section.lock) +
                            story.at(section.first()) + " and keeps it while it " +
                            (wanted != nullptr ? "tries to get " + story.name(*wanted) : "waits in a loop") +
                            story.at(*turns.front()) + ": whoever could end that needs the lock"));
    }
    if (story.failure().kind != "livelock" && story.failure().kind != "no-progress") return std::nullopt;
    for (const evidence::ThreadSeen& thread : story.failure().threads) {
        if (thread.state == "finished") continue;
        const Events& own = story.of(thread.id);
        std::map<std::string, std::size_t> looks;
        constexpr std::size_t latest = 120;  // events
        for (std::size_t at = own.size() > latest ? own.size() - latest : 0; at < own.size(); ++at) {
            const Event& event = *own[at];
            if (event.op == "read" || event.op == "atomic_load" || event.op == "yield")
                ++looks[judge::place_word(event.place)];
            if (event.op == "timeout" && story.in_hand_in(event)) {
                const Event* then = story.next(event);
                while (then != nullptr && !begins_wait(*then)) then = story.next(*then);
                if (then != nullptr && then->object == event.object && then->place.line == event.place.line)
                    return diagnosis("timeout-ignored",
                                     judge::sentence(story.who(thread.id) + "'s time is up" + story.at(event) +
                                                     ", and it begins the same wait anew, again and again"));
            }
        }
        for (const auto& [place, times] : looks)
            if (!place.empty() && times > 10)
                return diagnosis("busy-waiting", judge::sentence(story.who(thread.id) + " looks again and again at " +
                                                                 place + ", and nobody changes what it waits for"));
    }
    return std::nullopt;
}

}  // namespace lab::diagnose
