// threads.cpp: threads that nobody waits for, results that are read too early, and copies that nobody reads.
#include "diagnose/rules.hpp"

#include "judge/words.hpp"

#include <algorithm>

namespace lab::diagnose {
namespace {

// The program is ended since a thread is still joinable, or goes on at work when all is over.
Finding abandoned(const Story& story) {
    const std::string& kind = story.failure().kind;
    const bool thrown = std::any_of(story.events().begin(), story.events().end(),
                                    [](const Event* event) { return event->note.value_or("").starts_with("throws"); });
    if (kind != "leak" && kind != "terminate" && kind != "misuse") return std::nullopt;
    if (kind == "terminate" && thrown) return std::nullopt;
    for (const evidence::ThreadSeen& thread : story.failure().threads) {
        const Event* creation = story.creation(thread.id);
        if (creation == nullptr || !story.in_hand_in(*creation)) continue;
        if (story.detached(thread.id)) {
            if (thread.state == "finished" || kind == "terminate") continue;
            return diagnosis("detached-thread",
                             judge::sentence(story.who(thread.id) + ", started" + story.at(*creation) +
                                             ", was detached, and is still at work when what it uses is gone"));
        }
        if (story.join(thread.id) != nullptr || kind == "misuse") continue;
        return diagnosis("missing-join", judge::sentence(story.who(thread.id) + ", started" + story.at(*creation) +
                                                         ", is never joined"));
    }
    return std::nullopt;
}

// The thread that started another one takes the result while that one still works on it.
Finding read_too_early(const Story& story) {
    for (const Event* read : story.events()) {
        if (!reads(*read) || writes(*read) || !read->object || !story.in_hand_in(*read)) continue;
        for (const Event* write : story.events()) {
            if (write->index < read->index || write->object != read->object || !writes(*write)) continue;
            const Event* creation = story.creation(write->thread);
            if (creation == nullptr || creation->thread != read->thread || creation->index > read->index) continue;
            const Event* join = story.join(write->thread);
            if (join == nullptr || join->thread != read->thread || join->index < write->index) continue;
            if (!story.same_outer_call(*creation, *read) || !story.locks(*read).empty()) continue;
            return diagnosis("missing-join",
                             judge::sentence(story.who(read->thread) + " reads " + story.name(*read) + story.at(*read) +
                                             " before it waits for " + story.who(write->thread) +
                                             ", which still changes it" + story.at(*write)));
        }
    }
    return std::nullopt;
}

Finding own_copies(const Story& story) {
    std::map<std::uint64_t, std::set<ThreadId>> writers;  // by the variable's offset: the same in all threads
    for (const Event* event : story.events()) {
        const ObjectSeen* object = story.object(*event);
        if (object == nullptr || object->storage != "thread_local" || !story.in_hand_in(*event)) continue;
        if (writes(*event)) writers[object->offset].insert(event->thread);
        if (!reads(*event)) continue;
        std::set<ThreadId> others = writers[object->offset];
        others.erase(event->thread);
        const bool started_them = std::any_of(others.begin(), others.end(), [&](ThreadId other) {
            const Event* creation = story.creation(other);
            return creation != nullptr && creation->thread == event->thread;
        });
        if (!started_them) continue;
        std::string name = object->shown.substr(0, object->shown.find(" #"));
        return diagnosis(
            "thread-local-copy",
            judge::sentence(story.who(event->thread) + " reads its own `" + name + "`" + story.at(*event) +
                            "; what the other threads have written is in theirs, since it is thread_local"));
    }
    return std::nullopt;
}

// What one thread learns of another is from a time before it began.
Finding stale_flag(const Story& story) {
    for (const Event* look : story.events()) {
        const bool passes = (look->op == "atomic_wait" && look->note == "goes on") || look->op == "atomic_load";
        if (!passes || look->thread == 0 || !story.in_hand_in(*look)) continue;
        const Event* store = nullptr;
        bool one_value = true;
        bool again = false;
        for (const Event* event : story.events()) {
            if (event->object != look->object || event->op != "atomic_store") continue;
            if (store != nullptr) one_value = one_value && event->value == store->value;
            if (event->index < look->index)
                store = event;
            else
                again = true;
        }
        if (store == nullptr || !one_value) continue;
        const Event* end = story.of(store->thread).empty() ? nullptr : story.of(store->thread).back();
        const Event* creation = story.creation(look->thread);
        if (end == nullptr || creation == nullptr || end->index > creation->index) continue;
        static_cast<void>(again);
        return diagnosis("stale-flag", judge::sentence(story.who(look->thread) + " finds " + story.name(*look) +
                                                       " set" + story.at(*look) + ", but that is from last time: " +
                                                       story.who(store->thread) + " set it" + story.at(*store) +
                                                       " and had ended before " + story.who(look->thread) + " began"));
    }
    return std::nullopt;
}

// A call counts somebody in under the lock, and out again after the work: a monitor's way in and way out.
bool admits(const Story& story, const Section& in) {
    for (const Section& out : story.sections()) {
        if (out.thread != in.thread || out.lock != in.lock || out.begin() <= in.end()) continue;
        if (!story.same_outer_call(in.first(), out.first())) continue;
        for (const Event* event = story.next(in.last()); event != nullptr && event->index < out.begin();
             event = story.next(*event))
            if (event->op == "gauge_enter") return true;
    }
    return false;
}

// Every access is locked, nobody waits for anybody, and each thread does all in one critical section: then only the
// order of these sections can make a difference.
Finding left_to_chance(const Story& story) {
    std::map<ObjectId, std::map<ThreadId, int>> sections;
    for (const Event* event : story.events()) {
        for (const char* op : {"wait", "wake", "acquire", "try_acquire", "try_lock", "arrive_wait", "timeout", "sleep"})
            if (event->op == op) return std::nullopt;
        if (is_atomic(*event) && story.in_hand_in(*event) && !story.object(*event)->numbered) return std::nullopt;
    }
    for (const Section& section : story.sections()) {
        if (admits(story, section)) return std::nullopt;
        if (story.in_hand_in(section.first())) ++sections[section.lock][section.thread];
    }
    for (const auto& [lock, threads] : sections) {
        if (threads.size() < 2) continue;
        const Section* one = nullptr;
        for (const Section& section : story.sections()) {
            if (section.lock != lock) continue;
            if (one == nullptr || one->thread == section.thread) {
                if (one == nullptr) one = &section;
                continue;
            }
            return diagnosis("order-left-to-chance",
                             judge::sentence("the result depends on who comes first to " + story.name(lock) +
                                             ": here " + story.who(one->thread) + story.at(one->first()) + ", then " +
                                             story.who(section.thread) + story.at(section.first()) +
                                             "; nothing makes one wait for the other"));
        }
    }
    return std::nullopt;
}

}  // namespace

Finding find_in_threads(const Story& story) {
    if (auto found = abandoned(story)) return found;
    const std::string& kind = story.failure().kind;
    if (kind != "check-failed" && kind != "none") return std::nullopt;
    for (const auto rule : {own_copies, stale_flag, read_too_early, left_to_chance})
        if (auto found = rule(story)) return found;
    return std::nullopt;
}

Finding find_giving_up(const Story& story) {
    for (const Event* event : story.events()) {
        if (!event->object || !story.in_hand_in(*event)) continue;
        const bool failed_try = (event->op == "try_lock" || event->op == "try_acquire") && event->note == "failed";
        if (failed_try) {
            const bool later = std::any_of(story.events().begin(), story.events().end(), [&](const Event* other) {
                return other->thread == event->thread && other->object == event->object &&
                       other->index > event->index && other->note != "failed" && story.same_outer_call(*event, *other);
            });
            if (!later)
                return diagnosis("skipped-when-busy",
                                 judge::sentence(story.who(event->thread) + " finds " + story.name(*event) + " taken" +
                                                 story.at(*event) + " and goes on without having done its work"));
        }
        if (event->op == "atomic_cas" && event->note == "fails") {
            const Event* then = story.next(*event);
            while (then != nullptr && then->object == event->object && then->op == "atomic_load")
                then = story.next(*then);
            const bool retried = then != nullptr && then->object == event->object && then->op == "atomic_cas";
            const bool waits = then != nullptr && (then->op == "yield" || then->op == "atomic_wait");
            if (!retried && !waits)
                return diagnosis("cas-not-retried",
                                 judge::sentence(story.who(event->thread) + "'s compare-exchange of " +
                                                 story.name(*event) + " fails" + story.at(*event) +
                                                 ", since another thread has changed it, and is not tried again"));
        }
        if (event->op != "timeout") continue;
        const ObjectSeen* object = story.object(*event);
        const Event* begin = story.previous(*event);
        const Event* before = begin != nullptr && begins_wait(*begin) ? story.previous(*begin) : nullptr;
        if (before != nullptr && before->op == "lock") continue;  // it had no reason to wait
        for (const Event* then = story.next(*event); then != nullptr; then = story.next(*then)) {
            if (!story.same_call(*event, *then)) break;
            const bool got = then->object == event->object && (then->op == "acquire" || then->op == "try_acquire");
            if (got || then->op == "unlock" || begins_wait(*then)) break;
            if (then->op != "gauge_enter" && !writes(*then)) continue;
            // What it waited for may have come at the last moment.
            bool changed = false;
            if (object != nullptr && object->kind == "condition_variable" && begin != nullptr)
                for (const Event* other : story.events())
                    changed = changed || (other->thread != event->thread && other->index > begin->index &&
                                          other->index < event->index && writes(*other));
            if (changed) break;
            return diagnosis("timeout-ignored",
                             judge::sentence(story.time_is_up(*event) + story.at(*event) + ", but it goes on" +
                                             story.at(*then) + " as if it had got what it waited for"));
        }
    }
    return std::nullopt;
}

}  // namespace lab::diagnose
