// semaphores.cpp: permits counted: how many there were at first, who took them and who gave them back.
#include "diagnose/rules.hpp"

#include "judge/words.hpp"

#include <algorithm>
#include <cstdlib>

namespace lab::diagnose {
namespace {

bool takes(const Event& event) {
    return !event.blocks && (event.op == "acquire" || (event.op == "try_acquire" && event.note != "failed"));
}
bool gives(const Event& event) { return event.op == "release"; }

std::optional<long> number(const Event& event) {
    if (!event.value || event.value->empty()) return std::nullopt;
    return std::strtol(event.value->c_str(), nullptr, 10);
}

struct Semaphore {
    ObjectId id = 0;
    const ObjectSeen* seen = nullptr;
    Events events;                // takings and givings, in order
    std::optional<long> initial;  // permits at first
    std::set<ThreadId> takers, givers;
};

std::vector<Semaphore> semaphores(const Story& story) {
    std::map<ObjectId, Semaphore> found;
    for (const Event* event : story.events()) {
        const ObjectSeen* object = story.object(*event);
        if (object == nullptr || object->kind != "semaphore") continue;
        Semaphore& semaphore = found[object->id];
        semaphore.id = object->id;
        semaphore.seen = object;
        if (takes(*event)) semaphore.takers.insert(event->thread);
        if (gives(*event)) semaphore.givers.insert(event->thread);
        if (!takes(*event) && !gives(*event)) {
            // Nothing was there to be taken.
            if (!semaphore.initial && semaphore.events.empty()) semaphore.initial = 0;
            continue;
        }
        if (!semaphore.initial)
            if (const auto now = number(*event)) semaphore.initial = *now + (takes(*event) ? 1 : -1);
        semaphore.events.push_back(event);
    }
    std::vector<Semaphore> list;
    for (auto& [id, semaphore] : found) list.push_back(std::move(semaphore));
    return list;
}

std::string who(const Story& story, const Event& event) { return story.who(event.thread); }

Finding local(const Story& story, const std::vector<Semaphore>& all) {
    for (const Semaphore& semaphore : all) {
        if (semaphore.seen->storage != "stack" || semaphore.events.empty()) continue;
        const Event& first = *semaphore.events.front();
        std::set<ThreadId> users = semaphore.takers;
        users.insert(semaphore.givers.begin(), semaphore.givers.end());
        if (users.size() != 1 || semaphore.seen->thread != first.thread || !story.in_hand_in(first)) continue;
        return diagnosis("local-semaphore", judge::sentence(story.name(semaphore.id) + " is a local variable: " +
                                                            who(story, first) + " takes a permit" + story.at(first) +
                                                            " of a semaphore that no other thread uses"));
    }
    return std::nullopt;
}

// A permit more than there were at first, of a semaphore that counts places.
Finding over_released(const Story& story, const std::vector<Semaphore>& all) {
    for (const Semaphore& semaphore : all) {
        if (semaphore.initial.value_or(0) <= 0) continue;
        std::map<ThreadId, long> taken;
        for (const Event* event : semaphore.events) {
            if (takes(*event)) {
                ++taken[event->thread];
                continue;
            }
            --taken[event->thread];
            // Who gives is also who takes: this thread, or others.
            const bool counts_places =
                semaphore.takers.contains(event->thread) ||
                std::any_of(semaphore.givers.begin(), semaphore.givers.end(),
                            [&](ThreadId giver) { return giver != event->thread && semaphore.takers.contains(giver); });
            if (!counts_places || taken[event->thread] >= 0) continue;
            return diagnosis("semaphore-over-released",
                             judge::sentence(who(story, *event) + " gives a permit to " + story.name(semaphore.id) +
                                             story.at(*event) + " that it has not taken: now there are more than " +
                                             std::to_string(*semaphore.initial) + " in all"));
        }
    }
    return std::nullopt;
}

bool signals_only(const Semaphore& semaphore) {
    return std::none_of(semaphore.takers.begin(), semaphore.takers.end(),
                        [&](ThreadId thread) { return semaphore.givers.contains(thread); });
}

Finding own_permit(const Story& story, const std::vector<Semaphore>& all) {
    for (const Semaphore& semaphore : all) {
        if (semaphore.initial != 0) continue;
        std::vector<ThreadId> given;
        for (const Event* event : semaphore.events) {
            if (gives(*event)) {
                given.push_back(event->thread);
                continue;
            }
            const bool own_only = !given.empty() && std::all_of(given.begin(), given.end(),
                                                                [&](ThreadId by) { return by == event->thread; });
            if (!given.empty()) given.pop_back();
            if (!own_only) continue;
            std::set<ThreadId> users = semaphore.takers;
            users.insert(semaphore.givers.begin(), semaphore.givers.end());
            const bool shared = users.size() > 1;
            return diagnosis(shared ? "one-semaphore-two-ways" : "own-permit",
                             judge::sentence(who(story, *event) + " takes the permit of " + story.name(semaphore.id) +
                                             story.at(*event) + " that it has given itself" +
                                             (shared ? ", although it was meant for another thread" : "")));
        }
    }
    return std::nullopt;
}

// The most threads that were inside of a gauge at once, and whether each of them had a permit.
Finding initial_count(const Story& story, const std::vector<Semaphore>& all) {
    for (const Semaphore& semaphore : all) {
        if (semaphore.initial.value_or(0) <= 0) continue;
        if (signals_only(semaphore)) {
            const Event* first = semaphore.events.empty() ? nullptr : semaphore.events.front();
            const bool signal = !semaphore.givers.empty() && first != nullptr && takes(*first);
            if (signal)
                return diagnosis("semaphore-initial-count",
                                 judge::sentence(who(story, *first) + " takes a permit of " + story.name(semaphore.id) +
                                                 story.at(*first) + " before anybody has given one: it has " +
                                                 judge::counted(*semaphore.initial, "permit") + " from the start"));
            continue;
        }
        std::map<ThreadId, long> holding;
        std::map<ObjectId, std::set<ThreadId>> inside;
        for (const Event* event : story.events()) {
            if (event->object == semaphore.id && takes(*event)) ++holding[event->thread];
            if (event->object == semaphore.id && gives(*event)) --holding[event->thread];
            if (event->op == "gauge_leave") inside[*event->object].erase(event->thread);
            if (event->op != "gauge_enter") continue;
            inside[*event->object].insert(event->thread);
            const auto& threads = inside[*event->object];
            const bool all_permitted =
                std::all_of(threads.begin(), threads.end(), [&](ThreadId thread) { return holding[thread] > 0; });
            if (all_permitted && threads.size() >= 2 && static_cast<long>(threads.size()) == *semaphore.initial)
                return diagnosis(
                    "semaphore-initial-count",
                    judge::sentence(story.name(semaphore.id) + " has " + std::to_string(*semaphore.initial) +
                                    " permits at first, and so lets in " + std::to_string(threads.size()) +
                                    " threads at once" + story.at(*event)));
        }
    }
    return std::nullopt;
}

Finding released_early(const Story& story, const std::vector<Semaphore>& all) {
    for (const Semaphore& semaphore : all)
        for (const Event* release : semaphore.events) {
            if (!gives(*release)) continue;
            const Event* taken = nullptr;
            for (const Event* event : semaphore.events)
                if (event->index < release->index && takes(*event) && event->thread == release->thread) taken = event;
            if (taken == nullptr || !story.same_call(*taken, *release)) continue;
            bool work_before = false;
            for (const Event* event = story.next(*taken); event != nullptr && event->index < release->index;
                 event = story.next(*event))
                work_before = work_before || event->op == "gauge_enter" || writes(*event);
            const Event* work = story.next(*release);
            while (work != nullptr && work->op != "gauge_enter" && !writes(*work)) work = story.next(*work);
            if (work_before || work == nullptr || !story.same_call(*release, *work)) continue;
            return diagnosis(
                "permit-released-early",
                judge::sentence(who(story, *release) + " gives its permit of " + story.name(semaphore.id) + " back" +
                                story.at(*release) + ", and only then does the work" + story.at(*work)));
        }
    return std::nullopt;
}

// Of two threads that should meet, one goes on without any wait.
Finding one_way(const Story& story, const std::vector<Semaphore>& all) {
    if (story.failure().kind != "check-failed") return std::nullopt;
    const Event* last = nullptr;
    for (const Semaphore& semaphore : all) {
        if (semaphore.initial.value_or(0) != 0 || semaphore.givers.size() != 1) continue;
        for (const Event* event : semaphore.events)
            if (gives(*event)) last = event;
        if (last == nullptr) continue;
        const Events& own = story.of(last->thread);
        const bool waits = std::any_of(own.begin(), own.end(), [](const Event* event) {
            return event->op == "acquire" || event->op == "try_acquire" || event->op == "wait" || event->op == "lock" ||
                   event->op == "atomic_wait" || event->op == "arrive_wait" || event->op == "atomic_load" ||
                   event->op == "join";
        });
        if (waits || last->thread == 0) continue;
        return diagnosis("one-way-signal",
                         judge::sentence(who(story, *last) + " gives a permit to " + story.name(semaphore.id) +
                                         story.at(*last) + " and goes on: nothing makes it wait for the other thread"));
    }
    return std::nullopt;
}

}  // namespace

Finding find_in_semaphores(const Story& story) {
    const std::vector<Semaphore> all = semaphores(story);
    for (const auto rule : {local, over_released, own_permit, released_early, initial_count, one_way})
        if (auto found = rule(story, all)) return found;
    return std::nullopt;
}

Finding find_in_semaphore_wait(const Story& story) {
    const std::vector<Semaphore> all = semaphores(story);
    std::map<ThreadId, const Semaphore*> waiting;
    for (const evidence::ThreadSeen& thread : story.failure().threads)
        for (const Semaphore& semaphore : all)
            if (thread.state != "finished" && thread.waits_for == semaphore.id) waiting[thread.id] = &semaphore;
    if (waiting.empty()) return std::nullopt;
    std::set<ObjectId> wanted;
    for (const auto& [thread, semaphore] : waiting) wanted.insert(semaphore->id);

    // Taken, and not given back by a call that is over.
    for (const auto& [thread, semaphore] : waiting) {
        if (semaphore->initial == 0) continue;  // its permits are signals: who takes one keeps it
        std::map<ThreadId, Events> kept;
        for (const Event* event : semaphore->events) {
            Events& own = kept[event->thread];
            if (takes(*event))
                own.push_back(event);
            else if (!own.empty())
                own.pop_back();
        }
        for (const auto& [holder, taken] : kept) {
            if (taken.empty()) continue;
            const Event& first = *taken.front();
            const Events& own = story.of(holder);
            const evidence::ThreadSeen* seen = story.failure().thread(holder);
            const Event* thrown = nullptr;
            bool left = false;
            for (const Event* event : own) {
                if (event->index <= first.index || event->stack.empty()) continue;
                if (!left && event->note.value_or("").starts_with("throws")) thrown = event;
                left = left || story.has_left(first, *event);
            }
            if (!left && (seen == nullptr || seen->state != "finished")) continue;
            return diagnosis(
                "permit-not-returned",
                judge::sentence(story.who(holder) + " takes a permit of " + story.name(semaphore->id) +
                                story.at(first) + " and " + (thrown != nullptr ? "leaves by an exception" : "leaves") +
                                " without giving it back; " + story.who(thread) + " waits for it for ever"));
        }
    }
    const auto untouched = [](const Semaphore& semaphore) { return semaphore.events.empty(); };
    const bool all_untouched =
        std::all_of(waiting.begin(), waiting.end(), [&](const auto& item) { return untouched(*item.second); });
    if (!all_untouched) return std::nullopt;
    if (wanted.size() > 1) {
        std::vector<std::string> parts;
        for (const auto& [thread, semaphore] : waiting)
            parts.push_back(story.who(thread) + " waits for a permit of " + story.name(semaphore->id));
        return diagnosis("wait-before-signal",
                         judge::sentence(judge::joined(parts) + ", and neither has given one yet"));
    }
    const auto& [thread, semaphore] = *waiting.begin();
    bool all_wait = true;  // for this semaphore, or for the end of those who do
    for (const evidence::ThreadSeen& seen : story.failure().threads)
        all_wait = all_wait && (seen.state == "finished" || waiting.contains(seen.id) || seen.waits_for_thread);
    if (!all_wait) return std::nullopt;
    return diagnosis("semaphore-initial-count",
                     judge::sentence(story.name(semaphore->id) + " has no permit at first, and " + story.who(thread) +
                                     " waits for one" + story.at(*story.of(thread).back()) +
                                     " although nobody is there to give it"));
}

}  // namespace lab::diagnose
