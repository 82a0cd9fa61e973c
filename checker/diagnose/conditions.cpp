// conditions.cpp: what a waiter had tested, who changed that under which lock, and who notified whom.
#include "diagnose/rules.hpp"

#include "judge/words.hpp"

#include <algorithm>

namespace lab::diagnose {
namespace {

// One thread's unended wait on a condition variable.
struct Wait {
    ThreadId thread = 0;
    ObjectId condition = 0;
    const Event* begin = nullptr;
    std::optional<ObjectId> mutex;
    std::set<ObjectId> tested;         // what it read under the mutex before it began to wait
    const Event* last_look = nullptr;  // the last of these reads
    const Event* section = nullptr;    // where that stretch under the mutex began
};

Wait describe(const Story& story, const Event& begin) {
    Wait wait;
    wait.thread = begin.thread;
    wait.condition = begin.object.value_or(0);
    wait.begin = &begin;
    const Event* before = story.previous(begin);
    if (before == nullptr) return wait;
    const std::set<ObjectId> held = story.locks(*before);
    const std::set<ObjectId> kept = story.locks(begin);
    for (const ObjectId lock : held)
        if (!kept.contains(lock)) wait.mutex = lock;
    if (!wait.mutex) return wait;
    for (const Event* event = before; event != nullptr; event = story.previous(*event)) {
        if (!story.locks(*event).contains(*wait.mutex)) break;
        wait.section = event;
        if (event->op == "wake" || event->op == "timeout") break;
        if (!reads(*event) || !event->object) continue;
        wait.tested.insert(*event->object);
        if (wait.last_look == nullptr) wait.last_look = event;
    }
    return wait;
}

// The wait in which the thread is at the end; none if it is in none.
std::optional<Wait> unended_wait(const Story& story, const evidence::ThreadSeen& thread) {
    const Events& own = story.of(thread.id);
    const Event* begin = nullptr;
    for (const Event* event : own) {
        if (begins_wait(*event)) begin = event;
        if (event->op == "wake" || event->op == "timeout" || (event->op == "atomic_wait" && event->note == "goes on"))
            begin = nullptr;
    }
    if (begin == nullptr || !begin->object) return std::nullopt;
    if (thread.waits_for && *thread.waits_for != *begin->object) return std::nullopt;
    const ObjectSeen* object = story.failure().object(*begin->object);
    if (object == nullptr || (object->kind != "condition_variable" && object->kind != "atomic")) return std::nullopt;
    return describe(story, *begin);
}

// A change, by another thread, of what was tested; and how it was made known.
struct Change {
    const Event* write = nullptr;
    const Section* section = nullptr;     // under the waiter's mutex; null: without it
    const Event* notification = nullptr;  // in the same call, after it; null: none
    const Event* too_early = nullptr;     // in the same call, before it
};

class WaitRules {
public:
    WaitRules(const Story& story, std::vector<Wait> waits) : story_(story), waits_(std::move(waits)) {}

    Finding find() const {
        for (const auto rule : {&WaitRules::untested, &WaitRules::outside_lock, &WaitRules::too_early,
                                &WaitRules::wrong_kind, &WaitRules::not_notified, &WaitRules::one_for_all})
            for (const Wait& wait : waits_)
                if (auto found = (this->*rule)(wait)) return found;
        if (story_.failure().kind != "deadlock") return std::nullopt;
        for (const auto rule : {&WaitRules::end_not_tested, &WaitRules::no_end})
            for (const Wait& wait : waits_)
                if (auto found = (this->*rule)(wait)) return found;
        return std::nullopt;
    }

private:
    std::string who(const Event& event) const { return story_.who(event.thread); }
    std::string waiting(const Wait& wait) const {
        return story_.who(wait.thread) + " waits on " + story_.name(wait.condition) + story_.at(*wait.begin);
    }
    bool is_condition(const Wait& wait) const {
        return story_.failure().object(wait.condition)->kind == "condition_variable";
    }

    // The changes, by others, of what the waiter had tested: at most one a critical section. Those who take something
    // out in order to go on themselves (they call the function that waits) are no news to the waiter.
    std::vector<Change> changes(const Wait& wait) const {
        std::vector<Change> changes;
        std::set<std::string> waiting_functions;
        for (const Event* event : story_.events())
            if (begins_wait(*event) && event->object == wait.condition)
                waiting_functions.insert(story_.outer_function(*event));
        const bool several_kinds = waiting_functions.size() > 1;
        for (const Event* event : story_.events()) {
            if (event->thread == wait.thread || !writes(*event) || !event->object || !story_.in_hand_in(*event))
                continue;
            const bool concerns = wait.tested.contains(*event->object) || event->object == wait.condition;
            if (!concerns || (!several_kinds && waiting_functions.contains(story_.outer_function(*event)))) continue;
            if (several_kinds && story_.outer_function(*event) == story_.outer_function(*wait.begin)) continue;
            Change change;
            change.write = event;
            if (wait.mutex) change.section = story_.section_of(*event, *wait.mutex);
            if (change.section != nullptr && !changes.empty() && changes.back().section == change.section) continue;
            find_notifications(wait, change);
            changes.push_back(change);
        }
        return changes;
    }

    void find_notifications(const Wait& wait, Change& change) const {
        const Event& begin = change.section != nullptr ? change.section->first() : *change.write;
        for (const Event* event : story_.of(begin.thread)) {
            if (!is_notification(*event) || event->object != wait.condition) continue;
            if (event->index > change.write->index) {
                if (change.notification == nullptr && story_.same_call(begin, *event)) change.notification = event;
            } else if (story_.same_call(*event, *change.write)) {
                // Within the critical section the order does not matter: the waiter cannot look in between.
                if (change.section != nullptr && event->index >= change.section->begin())
                    change.notification = event;
                else
                    change.too_early = event;
            }
        }
    }

    // It waits at once, although what it waits for may have happened already.
    Finding untested(const Wait& wait) const {
        if (!is_condition(wait) || !wait.mutex || !wait.tested.empty() || wait.section == nullptr) return std::nullopt;
        if (wait.section->op == "wake" || wait.section->op == "timeout") return std::nullopt;
        for (const Event* event : story_.events()) {
            if (!is_notification(*event) || event->object != wait.condition || event->index > wait.begin->index)
                continue;
            return diagnosis(
                "notify-before-wait",
                judge::sentence(waiting(wait) + " without having looked whether it must; " +
                                (event->thread == wait.thread ? "it" : who(*event)) + " had notified before" +
                                story_.at(*event) + ", and a notification is not kept"));
        }
        return std::nullopt;
    }

    // The change fell between the waiter's test and its wait, since it was made without the mutex.
    Finding outside_lock(const Wait& wait) const {
        if (!is_condition(wait) || wait.last_look == nullptr) return std::nullopt;
        for (const Event* event : story_.events()) {
            if (event->thread == wait.thread || !writes(*event) || !event->object) continue;
            if (!wait.tested.contains(*event->object) || story_.locks(*event).contains(*wait.mutex)) continue;
            if (event->index < wait.section->index || event->index > wait.begin->index) continue;
            return diagnosis(
                "flag-outside-lock",
                judge::sentence(who(*event) + " changes " + story_.name(*event) + story_.at(*event) + " without " +
                                story_.name(*wait.mutex) + ": after " + story_.who(wait.thread) + " has tested it" +
                                story_.at(*wait.last_look) + ", and before it waits" + story_.at(*wait.begin) +
                                "; so the notification finds nobody"));
        }
        return std::nullopt;
    }

    Finding too_early(const Wait& wait) const {
        for (const Change& change : changes(wait)) {
            if (change.too_early == nullptr || change.notification != nullptr ||
                change.write->index < wait.begin->index)
                continue;
            return diagnosis(
                "notify-too-early",
                judge::sentence(who(*change.write) + " notifies " + story_.name(wait.condition) +
                                story_.at(*change.too_early) + " before it changes " + story_.name(*change.write) +
                                story_.at(*change.write) + "; " + waiting(wait) + " and is not told of the change"));
        }
        return std::nullopt;
    }

    // Nobody notifies after a change that came while the thread was waiting.
    Finding not_notified(const Wait& wait) const {
        const std::vector<Change> all = changes(wait);
        for (const Change& change : all) {
            if (change.notification != nullptr || change.too_early != nullptr ||
                change.write->index < wait.begin->index)
                continue;
            if (notified_since(wait, *change.write)) continue;
            for (const Change& other : all)
                if (other.notification != nullptr &&
                    story_.outer_function(*other.write) == story_.outer_function(*change.write))
                    return diagnosis("notify-skipped",
                                     judge::sentence(who(*change.write) + " changes " + story_.name(*change.write) +
                                                     story_.at(*change.write) +
                                                     " and notifies nobody this time, while " + waiting(wait)));
            return diagnosis("notify-missing", judge::sentence(who(*change.write) + " changes " +
                                                               story_.name(*change.write) + story_.at(*change.write) +
                                                               " and notifies nobody, while " + waiting(wait)));
        }
        return std::nullopt;
    }

    bool notified_since(const Wait& wait, const Event& change) const {
        return std::any_of(story_.events().begin(), story_.events().end(), [&](const Event* event) {
            return is_notification(*event) && event->object == wait.condition && event->thread == change.thread &&
                   event->index > change.index && story_.same_outer_call(change, *event);
        });
    }

    // The first thread that woke up after this notification.
    const Event* heard_by(const Event& notification) const {
        for (const Event* event : story_.events())
            if (event->index > notification.index && event->op == "wake" && event->object == notification.object &&
                !event->note)
                return event;
        return nullptr;
    }

    // Where the thread that woke up went back to sleep without having changed anything; null: it went on.
    const Event* back_to_sleep(const Event& wake) const {
        for (const Event* event = story_.next(wake); event != nullptr; event = story_.next(*event)) {
            if (begins_wait(*event)) return event->object == wake.object ? event : nullptr;
            if (writes(*event) || event->op == "unlock") return nullptr;
        }
        return nullptr;
    }

    Finding wrong_kind(const Wait& wait) const {
        for (const Event* event : story_.events()) {
            if (event->op != "notify_one" || event->object != wait.condition || event->index < wait.begin->index)
                continue;
            const Event* woken = heard_by(*event);
            if (woken == nullptr || woken->thread == wait.thread || back_to_sleep(*woken) == nullptr) continue;
            if (story_.outer_function(*woken) == story_.outer_function(*wait.begin)) continue;
            return diagnosis("notify-one-kinds",
                             judge::sentence(who(*event) + " notifies one on " + story_.name(wait.condition) +
                                             story_.at(*event) + "; " + who(*woken) + " hears it" + story_.at(*woken) +
                                             ", has no use for it and waits again, while " + story_.who(wait.thread) +
                                             ", whom it concerns, sleeps on" + story_.at(*wait.begin)));
        }
        return std::nullopt;
    }

    Finding one_for_all(const Wait& wait) const {
        for (const Event* event : story_.events()) {
            if (event->op != "notify_one" || event->object != wait.condition || event->index < wait.begin->index)
                continue;
            const Event* woken = heard_by(*event);
            if (woken == nullptr || woken->thread == wait.thread || back_to_sleep(*woken) != nullptr) continue;
            if (story_.failure().kind != "lost-wakeup" || changed_since(wait, *woken)) continue;
            return diagnosis(
                "notify-one-for-all",
                judge::sentence(who(*event) + " notifies one on " + story_.name(wait.condition) + story_.at(*event) +
                                ", and " + who(*woken) + " hears it; it concerns " + story_.who(wait.thread) +
                                " too, which sleeps on" + story_.at(*wait.begin)));
        }
        return std::nullopt;
    }

    bool changed_since(const Wait& wait, const Event& moment) const {
        for (const Change& change : changes(wait))
            if (change.write->index > moment.index) return true;
        return false;
    }

    // Something was changed under the same lock, and notified; but the waiter does not ask for it.
    Finding end_not_tested(const Wait& wait) const {
        if (!is_condition(wait) || wait.tested.empty()) return std::nullopt;
        std::set<std::string> tested;
        for (const ObjectId id : wait.tested) tested.insert(plain_name(id));
        for (const Section& section : story_.sections()) {
            if (section.lock != wait.mutex || section.begin() == wait.section->index) continue;
            const Event* change = nullptr;
            bool others = false;
            for (const Event* event : section.events) {
                if (!writes(*event) || !event->object || !story_.in_hand_in(*event)) continue;
                (tested.contains(plain_name(*event->object)) ? others = true : (change = event, true));
            }
            if (change == nullptr || others) continue;
            for (const Event* event : story_.of(section.thread)) {
                const bool after = event->index > change->index && story_.same_outer_call(*change, *event);
                if (!after || !is_notification(*event) || event->object != wait.condition) continue;
                return diagnosis("missing-close",
                                 judge::sentence(waiting(wait) + " and does not ask for " + story_.name(*change) +
                                                 ", which " + story_.who(section.thread) + " has changed" +
                                                 story_.at(*change) + ": it waits on, for what will not come"));
            }
        }
        return std::nullopt;
    }

    // Of a part of something: what it is a part of.
    std::string plain_name(ObjectId id) const {
        const std::string& shown = story_.failure().object(id)->shown;
        return shown.substr(0, shown.find(" #"));
    }

    // Everybody who could change anything has ended, or waits likewise.
    Finding no_end(const Wait& wait) const {
        bool told = false;
        for (const Event* event : story_.events())
            told = told || (is_notification(*event) && event->object == wait.condition);
        if (!told || story_.alone()) return std::nullopt;
        for (const evidence::ThreadSeen& thread : story_.failure().threads) {
            if (thread.state == "finished" || thread.waits_for_thread) continue;
            const bool waits_too = std::any_of(waits_.begin(), waits_.end(), [&](const Wait& other) {
                return other.thread == thread.id && other.condition == wait.condition;
            });
            if (!waits_too) return std::nullopt;
        }
        return diagnosis(
            "missing-close",
            judge::sentence(waiting(wait) + " for more, but all the others have finished: nobody will come "
                                            "who could end its wait"));
    }

    const Story& story_;
    const std::vector<Wait> waits_;
};

}  // namespace

Finding find_in_endless_wait(const Story& story) {
    std::vector<Wait> waits;
    for (const evidence::ThreadSeen& thread : story.failure().threads)
        if (thread.state != "finished")
            if (auto wait = unended_wait(story, thread)) waits.push_back(std::move(*wait));
    if (waits.empty()) return std::nullopt;
    return WaitRules(story, std::move(waits)).find();
}

Finding find_missing_retest(const Story& story) {
    Finding found;  // the latest, or better one in which nobody had notified
    bool unprompted = false;
    for (const Event* begin : story.events()) {
        if (begin->op != "wait" || !begins_wait(*begin)) continue;
        const Wait wait = describe(story, *begin);
        if (wait.last_look == nullptr) continue;
        const Event* woken = story.next(*begin);
        if (woken == nullptr || (woken->op != "wake" && woken->op != "timeout")) continue;
        bool looked = false, left = false;
        for (const Event* event = story.next(*woken); event != nullptr && !left; event = story.next(*event)) {
            left = !story.locks(*event).contains(*wait.mutex);
            looked = looked || (event->place.line == wait.last_look->place.line &&
                                event->place.file == wait.last_look->place.file && reads(*event));
        }
        const bool broke_off = story.failure().kind != "check-failed" && story.failure().kind != "none";
        if (looked || (!left && !broke_off)) continue;
        const bool by_itself = woken->op == "timeout" || woken->note;
        if (unprompted && !by_itself) continue;
        unprompted = by_itself;
        const std::string cause = woken->op == "timeout" ? " because its time is up"
                                  : woken->note          ? " without a notification (that may happen)"
                                                         : "";
        found =
            diagnosis("if-instead-of-while",
                      judge::sentence(story.who(begin->thread) + " tests" + story.at(*wait.last_look) + ", waits" +
                                      story.at(*begin) + ", wakes up" + cause + ", and goes on without testing again"));
    }
    return found;
}

}  // namespace lab::diagnose
