// waiting.cpp: the sentences about deadlocks, lost wake-ups and livelocks.
#include "judge/waiting.hpp"

#include "judge/words.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace lab::judge {
namespace {

using evidence::Event;
using evidence::Failure;
using evidence::ObjectId;
using evidence::ObjectSeen;
using evidence::ThreadId;
using evidence::ThreadSeen;

std::string kind_of(const Failure& failure, ObjectId id) {
    const ObjectSeen* object = failure.object(id);
    return object != nullptr ? object->kind : std::string();
}

// A link of a circle may be a wait for a thread's end, which is an object of its own kind or none at all.
bool is_thread(const Failure& failure, ObjectId id) {
    return failure.object(id) == nullptr || kind_of(failure, id) == "thread";
}

// The event with which the thread began to wait: its last one, if that blocks.
const Event* waiting_event(const Failure& failure, ThreadId thread) {
    for (auto event = failure.trace.rbegin(); event != failure.trace.rend(); ++event)
        if (event->thread == thread) return event->blocks ? &*event : nullptr;
    return nullptr;
}

// The event with which the wait began that the thread is still in. (A thread that waits for a condition gives its mutex
// back first, and that is an event of its own.)
const Event* start_of_wait(const Failure& failure, ThreadId thread) {
    const Event* start = waiting_event(failure, thread);
    if (start == nullptr) return nullptr;
    for (auto event = failure.trace.rbegin(); event != failure.trace.rend(); ++event) {
        if (event->thread != thread || &*event == start) continue;
        if (event->op != start->op || event->object != start->object) break;
        start = &*event;
    }
    return start;
}

// The event with which the thread took the lock that it still holds.
const Event* taking_event(const Failure& failure, ThreadId thread, ObjectId object) {
    const Event* taken = nullptr;
    for (const Event& event : failure.trace) {
        if (event.thread != thread || event.object != object || event.blocks) continue;
        if (event.op.find("unlock") != std::string::npos || event.op == "wait")
            taken = nullptr;
        else if (event.op.find("lock") != std::string::npos || event.op == "wake")
            taken = &event;
    }
    return taken;
}

bool is_blocked(const Failure& failure, const ThreadSeen& thread) {
    return thread.state == "blocked" || waiting_event(failure, thread.id) != nullptr;
}

// What the thread waits for: as it tells itself, or as its last event shows.
std::optional<ObjectId> awaited(const Failure& failure, const ThreadSeen& thread) {
    if (thread.waits_for) return thread.waits_for;
    const Event* event = waiting_event(failure, thread.id);
    return event != nullptr ? event->object : std::nullopt;
}

evidence::Place waiting_place(const Failure& failure, ThreadId thread) {
    if (const Event* event = waiting_event(failure, thread); event != nullptr && event->place.known())
        return event->place;
    const ThreadSeen* seen = failure.thread(thread);
    return seen != nullptr ? seen->place : evidence::Place{};
}

// "a permit of `s`", "thread 2 to end": what the wait is for.
std::string waits_for(const Failure& failure, const ThreadSeen& thread) {
    if (thread.waits_for_thread) return thread_word(failure, *thread.waits_for_thread) + " to end";
    const auto id = awaited(failure, thread);
    if (!id) return "something";
    const std::string object = object_word(failure, *id);
    const std::string kind = kind_of(failure, *id);
    if (kind == "semaphore") return "a permit of " + object;
    if (kind == "condition_variable") return "a notification of " + object;
    if (kind == "latch") return "the latch " + object + " to reach zero";
    if (kind == "barrier") return "the others at the barrier " + object;
    if (kind == "future") return "the result of " + object;
    if (kind == "atomic") return object + " to change";
    return object;
}

// One link of the circle: who waits where for what, and since when it is held by whom.
std::string link(const Failure& failure, ThreadId waiter, ObjectId object, ThreadId holder, std::vector<int>& events) {
    if (const Event* event = waiting_event(failure, waiter)) events.push_back(event->index);
    std::string text = thread_word(failure, waiter) + " waits for ";
    if (is_thread(failure, object)) {
        text += thread_word(failure, holder) + " to end" + at_place(waiting_place(failure, waiter));
        return text;
    }
    text += object_word(failure, object) + at_place(waiting_place(failure, waiter));
    const Event* taken = taking_event(failure, holder, object);
    if (taken != nullptr) events.push_back(taken->index);
    if (holder == waiter)
        text += ", but holds it itself";
    else
        text += ", which " + thread_word(failure, holder) + " holds";
    if (taken != nullptr && taken->place.known())
        text += (holder == waiter ? ", since " : " since ") + place_word(taken->place);
    return text;
}

Explanation explain_circle(const Failure& failure) {
    Explanation result;
    const std::vector<int>& cycle = failure.cycle;
    const std::size_t links = cycle.size() / 2;
    std::vector<std::string> parts;
    bool locks_only = true;
    for (std::size_t index = 0; index < links; ++index) {
        const ThreadId waiter = cycle[2 * index];
        const ObjectId object = cycle[2 * index + 1];
        const ThreadId holder = cycle[(2 * index + 2) % (2 * links)];
        parts.push_back(link(failure, waiter, object, holder, result.events));
        const ThreadSeen* thread = failure.thread(waiter);
        const std::string waiter_name =
            thread != nullptr && !thread->name.empty() ? thread->name : thread_word(failure, waiter);
        const ObjectSeen* seen = failure.object(object);
        result.cycle += waiter_name + " -> ";
        if (!is_thread(failure, object))
            result.cycle += (seen != nullptr ? seen->shown : object_word(failure, object)) + " -> ";
        locks_only = locks_only && !is_thread(failure, object) && is_lock(failure, object);
    }
    const ThreadSeen* start = failure.thread(cycle[0]);
    result.cycle += start != nullptr && !start->name.empty() ? start->name : thread_word(failure, cycle[0]);
    for (std::size_t index = 0; index < parts.size(); ++index)
        result.message += (index == 0 ? "" : " ") + sentence(parts[index]);
    if (links == 1 && locks_only)
        result.advice = "A std::mutex cannot be locked again by the thread that holds it.";
    else if (locks_only)
        result.advice =
            "No circle can form if every thread takes these locks in the same order, or takes them all in one step.";
    return result;
}

Explanation explain_standstill(const Failure& failure) {
    Explanation result;
    std::vector<std::string> parts;
    bool semaphore = false, condition = false, gathering = false, abandoned = false;
    for (const ThreadSeen& thread : failure.threads) {
        if (!is_blocked(failure, thread)) continue;
        const Event* waiting = waiting_event(failure, thread.id);
        if (waiting != nullptr && waiting->op != "join") result.events.push_back(waiting->index);
        std::string part = thread_word(failure, thread.id) + " waits for " + waits_for(failure, thread) +
                           at_place(waiting_place(failure, thread.id));
        if (const auto id = awaited(failure, thread)) {
            const ObjectSeen* object = failure.object(*id);
            const std::string kind = kind_of(failure, *id);
            semaphore = semaphore || kind == "semaphore";
            condition = condition || kind == "condition_variable";
            gathering = gathering || kind == "latch" || kind == "barrier";
            if (object != nullptr && object->holder && is_lock(failure, object->id)) {
                part += ", which " + thread_word(failure, *object->holder) + " holds";
                const ThreadSeen* holder = failure.thread(*object->holder);
                if (holder != nullptr && holder->state == "finished") {
                    part += " although it has ended";
                    abandoned = true;
                }
                if (const Event* taken = taking_event(failure, *object->holder, object->id)) {
                    result.events.push_back(taken->index);
                    if (taken->place.known()) part += " (locked at " + place_word(taken->place) + ")";
                }
            }
        }
        parts.push_back(std::move(part));
    }
    if (parts.empty()) {
        result.message = sentence(failure.message.empty() ? "no thread can go on" : failure.message);
        return result;
    }
    result.message = "No thread can go on: ";
    for (std::size_t index = 0; index < parts.size(); ++index)
        result.message += (index == 0 ? "" : "; ") + parts[index];
    result.message += ".";
    if (abandoned)
        result.advice = "A std::lock_guard unlocks on every path, also on an early return and on an exception.";
    if (semaphore)
        result.advice = "Count the permits: how many are there at first, and who gives back each one that is taken?";
    if (condition) result.advice = "Who notifies in each case, and is everybody told who has to know?";
    if (gathering) result.advice = "Count those who arrive: as many as the count says must do so, on every path.";
    return result;
}

}  // namespace

Explanation explain_deadlock(const Failure& failure) {
    return failure.cycle.size() >= 2 ? explain_circle(failure) : explain_standstill(failure);
}

Explanation explain_lost_wakeup(const Failure& failure) {
    Explanation result;
    for (const ThreadSeen& thread : failure.threads) {
        const auto id = awaited(failure, thread);
        if (!is_blocked(failure, thread) || !id) continue;
        const std::string kind = kind_of(failure, *id);
        if (kind != "condition_variable" && kind != "atomic") continue;
        const Event* wait = start_of_wait(failure, thread.id);
        const Event* before = nullptr;  // the last notification before the wait, and the last after it
        const Event* after = nullptr;
        for (const Event& event : failure.trace)
            if (event.object == id && event.op.find("notify") != std::string::npos)
                (wait == nullptr || event.index < wait->index ? before : after) = &event;
        std::string text = thread_word(failure, thread.id) + " waits on " + object_word(failure, *id) +
                           at_place(waiting_place(failure, thread.id));
        if (wait != nullptr) result.events.push_back(wait->index);
        if (after != nullptr) {
            result.events.push_back(after->index);
            text += ", but the last notification, by " + thread_word(failure, after->thread) + at_place(after->place) +
                    ", went to another thread";
        } else if (before != nullptr) {
            result.events.push_back(before->index);
            text += ", but " + thread_word(failure, before->thread) + " notified it earlier" + at_place(before->place) +
                    ", when this thread was not waiting yet; nobody notifies it again";
        } else {
            text += ", and nobody ever notifies it";
        }
        result.message += (result.message.empty() ? "" : " ") + sentence(text);
    }
    if (result.message.empty()) result.message = sentence(failure.message);
    result.advice =
        "A notification is not stored: change the condition while holding the mutex, notify afterwards, and test the "
        "condition under the same mutex before every wait.";
    return result;
}

Explanation explain_livelock(const Failure& failure) {
    Explanation result;
    // Who does what again and again: the places of the last events of each thread that has not ended.
    std::vector<std::string> parts;
    for (const ThreadSeen& thread : failure.threads) {
        if (thread.state == "finished" || is_blocked(failure, thread)) continue;
        std::set<std::string> places;
        int looked_at = 0;
        for (auto event = failure.trace.rbegin(); event != failure.trace.rend() && looked_at < 12; ++event) {
            if (event->thread != thread.id) continue;
            ++looked_at;
            if (event->place.known()) places.insert(place_word(event->place));
        }
        std::string part = thread_word(failure, thread.id);
        if (!places.empty()) part += " (" + joined({places.begin(), places.end()}) + ")";
        parts.push_back(std::move(part));
    }
    result.message = sentence(failure.message.empty() ? "all threads get their turn, and yet nobody gets anywhere"
                                                      : failure.message);
    if (!parts.empty()) result.message += " Still running: " + joined(parts) + ".";
    result.advice = "A thread that retries must let go of what the others need before it tries again.";
    return result;
}

}  // namespace lab::judge
