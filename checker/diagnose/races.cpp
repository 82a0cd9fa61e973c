// races.cpp: which locks were held at two accesses that race, by whom, and what each thread did around them.
#include "diagnose/rules.hpp"

#include "judge/words.hpp"

#include <algorithm>

namespace lab::diagnose {
namespace {

bool is_common_stack_lock(const ObjectSeen* lock, ThreadId thread) {
    return lock != nullptr && lock->storage == "stack" && lock->thread == thread;
}

// "locks[0]", "mutex #1" -> "locks[]", "mutex": equal for locks that are many of a kind.
std::string without_number(const std::string& name) {
    std::string result;
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (name.compare(at, 2, " #") == 0) break;
        result += name[at];
        if (name[at] == '[') at = std::min(name.find(']', at), name.size()) - 1;
    }
    return result;
}

class RaceRules {
public:
    RaceRules(const Story& story, const Event& first, const Event& second)
        : story_(story),
          first_(first),
          second_(second),
          locks_one_(story.locks(first)),
          locks_two_(story.locks(second)),
          datum_(story.name(second)) {}

    Finding find() const {
        if (auto found = volatile_datum()) return found;
        if (auto found = sleeping()) return found;
        if (locks_one_.empty() && locks_two_.empty()) return unlocked();
        if (locks_one_.empty() || locks_two_.empty())
            return locks_one_.empty() ? one_side(first_, second_) : one_side(second_, first_);
        // Each end has a lock of its own, and an atomic was to connect them.
        if (auto found = relaxed()) return found;
        return different_locks();
    }

private:
    std::string who(const Event& event) const { return story_.who(event.thread); }
    std::string lock_words(const std::set<ObjectId>& locks) const {
        return judge::joined(judge::lock_words(story_.failure(), {locks.begin(), locks.end()}));
    }
    bool on_datum(const Event& event) const { return event.object == second_.object; }

    Finding volatile_datum() const {
        const ObjectSeen* object = story_.object(second_);
        if (object == nullptr || !object->is_volatile) return std::nullopt;
        return diagnosis("volatile-as-sync",
                         judge::sentence(datum_ + " is volatile, and yet nothing orders " + who(first_) + "'s access" +
                                         story_.at(first_) + " and " + who(second_) + "'s" + story_.at(second_)));
    }

    // One of the two, or who started one of them, has slept, and that was to keep them apart.
    Finding sleeping() const {
        if (!locks_one_.empty() || !locks_two_.empty()) return std::nullopt;
        std::set<ThreadId> concerned = {first_.thread, second_.thread};
        for (const ThreadId thread : {first_.thread, second_.thread})
            if (const Event* creation = story_.creation(thread)) concerned.insert(creation->thread);
        for (const Event* event : story_.events()) {
            if (event->index > second_.index) break;
            if (event->op != "sleep" || !concerned.contains(event->thread) || !story_.in_hand_in(*event)) continue;
            return diagnosis("sleep-as-sync",
                             judge::sentence(story_.who(event->thread) + " sleeps" + story_.at(*event) +
                                             ", but that orders nothing: " + who(first_) + " and " + who(second_) +
                                             " touch " + datum_ + " all the same"));
        }
        return std::nullopt;
    }

    // A lock that was taken and given back with nothing in between, in the same call, before the access.
    Finding empty_guard(const Event& access) const {
        for (const Event* event = story_.previous(access); event != nullptr; event = story_.previous(*event)) {
            if (!story_.same_call(*event, access)) break;
            if (on_datum(*event) && !story_.locks(*event).empty()) break;
            if (event->op != "unlock" || !event->object) continue;
            const Event* taken = story_.previous(*event);
            while (taken != nullptr &&
                   (taken->op == "unlock" || (taken->op == "lock" && taken->object != event->object)))
                taken = story_.previous(*taken);
            if (taken == nullptr || taken->op.find("lock") == std::string::npos || taken->object != event->object)
                break;
            if (taken->place.line != event->place.line || taken->place.file != event->place.file) break;
            return diagnosis("guard-dies-at-once",
                             judge::sentence(who(access) + " locks " + story_.name(*event) + story_.at(*event) +
                                             " and unlocks it in the same line: when it touches " + datum_ +
                                             story_.at(access) + ", it holds no lock any more"));
        }
        return std::nullopt;
    }

    Finding different_locks() const {
        for (const ObjectId lock : locks_one_)
            if (locks_two_.contains(lock)) return std::nullopt;  // shared locks: no name for that
        for (const auto& [locks, access] : {std::pair{&locks_one_, &first_}, std::pair{&locks_two_, &second_}})
            for (const ObjectId lock : *locks)
                if (is_common_stack_lock(story_.failure().object(lock), access->thread) && users(lock).size() == 1)
                    return diagnosis(
                        "local-mutex",
                        judge::sentence(story_.name(lock) + ", which " + who(*access) + " holds" + story_.at(*access) +
                                        ", is a local variable: each call has its own, and no other thread can "
                                        "meet it there; so it does not protect " +
                                        datum_));
        const ObjectId one = *locks_one_.begin(), two = *locks_two_.begin();
        const std::string words =
            judge::sentence(datum_ + " is touched by " + who(first_) + story_.at(first_) + " under " +
                            lock_words(locks_one_) + ", and by " + who(second_) + story_.at(second_) + " under " +
                            lock_words(locks_two_) + ": different locks do not keep each other out");
        const auto kind = [&](ObjectId lock) { return without_number(story_.failure().object(lock)->shown); };
        const bool many_of_a_kind = users(one).size() == 1 && users(two).size() == 1 && kind(one) == kind(two);
        return diagnosis(many_of_a_kind ? "lock-per-thread" : "two-locks", words);
    }

    std::set<ThreadId> users(ObjectId lock) const {
        std::set<ThreadId> users;
        for (const Event* event : story_.events())
            if (event->object == lock) users.insert(event->thread);
        return users;
    }

    // `bare` holds no lock, `locked` does.
    Finding one_side(const Event& bare, const Event& locked) const {
        if (auto found = empty_guard(bare)) return found;
        const std::set<ObjectId> held = story_.locks(locked);
        for (const ObjectId lock : held)
            if (is_common_stack_lock(story_.failure().object(lock), locked.thread) && users(lock).size() == 1)
                return std::nullopt;
        const std::string locks = lock_words(held);
        if (writes(bare) || changes_at_once(bare)) return bare_write(bare, locked, held, locks);
        if (const Event* look = first_look(bare)) {
            const Event* then = next_under(*look, held);
            if (then != nullptr && writes(*then))
                return diagnosis(
                    "write-only-locked",
                    judge::sentence(who(bare) + " reads " + datum_ + story_.at(bare) + " without a lock, and takes " +
                                    locks + " only to write" + story_.at(*then) + ": in between the value can change"));
            if (then != nullptr || locks_later(*look, held))
                return diagnosis(
                    "tested-before-lock",
                    judge::sentence(who(bare) + " looks at " + datum_ + story_.at(bare) + " before it takes " + locks +
                                    ", while " + who(locked) + " changes it under that lock" + story_.at(locked)));
        }
        return diagnosis("reader-unlocked",
                         judge::sentence(who(bare) + " reads " + datum_ + story_.at(bare) + " without a lock, while " +
                                         who(locked) + " changes it under " + locks + story_.at(locked)));
    }

    Finding bare_write(const Event& bare, const Event& locked, const std::set<ObjectId>& held,
                       const std::string& locks) const {
        const bool notifies = notifies_later(bare);
        for (const Event* event : story_.events()) {
            if (event->thread == bare.thread || !begins_wait(*event) || event->op != "wait") continue;
            const Event* before = story_.previous(*event);
            if (before == nullptr || story_.locks(*before) != held) continue;
            // A constructor that starts its thread too early: the lock is not what is missing.
            const Event* creation = story_.creation(event->thread);
            const bool begins = creation != nullptr && creation->thread == bare.thread;
            if (begins && !notifies && story_.same_call(*creation, bare)) return std::nullopt;
            return diagnosis("flag-outside-lock",
                             judge::sentence(who(bare) + " changes " + datum_ + story_.at(bare) + " without " + locks +
                                             ", although " + who(*event) + " tests it under that lock and then waits" +
                                             story_.at(*event)));
        }
        // Nobody has come to wait yet; but who changes it tells those who wait.
        if (notifies)
            return diagnosis("flag-outside-lock",
                             judge::sentence(who(bare) + " changes " + datum_ + story_.at(bare) + " without " + locks +
                                             ", under which " + who(locked) + " tests it" + story_.at(locked)));
        return diagnosis("writer-unlocked", judge::sentence(who(bare) + " changes " + datum_ + story_.at(bare) +
                                                            " without a lock, while " + who(locked) +
                                                            " uses it under " + locks + story_.at(locked)));
    }

    // In the same call.
    bool notifies_later(const Event& change) const {
        for (const Event* event = story_.next(change); event != nullptr; event = story_.next(*event)) {
            if (!story_.same_call(change, *event)) break;
            if (is_notification(*event)) return true;
        }
        return false;
    }

    // `x += 1` reads first and writes in the same line, still without a lock.
    bool changes_at_once(const Event& read) const {
        for (const Event* event = story_.next(read); event != nullptr; event = story_.next(*event)) {
            if (event->place.line != read.place.line || event->place.file != read.place.file) return false;
            if (!story_.locks(*event).empty()) return false;
            if (on_datum(*event) && writes(*event)) return true;
        }
        return false;
    }

    // Where some thread came to the line of this access without having touched the datum before in that call; null: no
    // thread did.
    const Event* first_look(const Event& access) const {
        for (const Event* event : story_.events()) {
            if (!on_datum(*event) || event->place.line != access.place.line || event->place.file != access.place.file ||
                !story_.locks(*event).empty() || !reads(*event))
                continue;
            bool touched = false;
            for (const Event* before = story_.previous(*event);
                 before != nullptr && story_.same_outer_call(*before, *event); before = story_.previous(*before))
                touched = touched || (on_datum(*before) && !story_.locks(*before).empty());
            if (!touched) return event;
        }
        return nullptr;
    }

    // The next access to the datum in the same call, if it is made under one of these locks.
    const Event* next_under(const Event& access, const std::set<ObjectId>& held) const {
        for (const Event* event = story_.next(access); event != nullptr; event = story_.next(*event)) {
            if (!story_.same_outer_call(access, *event)) return nullptr;
            if (!on_datum(*event)) continue;
            const auto locks = story_.locks(*event);
            if (std::any_of(locks.begin(), locks.end(), [&](ObjectId lock) { return held.contains(lock); }))
                return event;
        }
        return nullptr;
    }

    bool locks_later(const Event& access, const std::set<ObjectId>& held) const {
        for (const Event* event = story_.next(access); event != nullptr; event = story_.next(*event)) {
            if (!story_.same_outer_call(access, *event)) return false;
            if (event->op.find("lock") != std::string::npos && event->op.find("unlock") == std::string::npos &&
                event->object && held.contains(*event->object))
                return true;
        }
        return false;
    }

    // --- no locks on either side -----------------------------------------------------------------------------------
    Finding unlocked() const {
        for (const Event* access : {&second_, &first_})
            if (auto found = empty_guard(*access)) return found;
        if (auto found = relaxed()) return found;
        if (auto found = time_out_ignored()) return found;
        if (auto found = without_waiting()) return found;
        if (auto found = find_in_semaphores(story_)) return found;
        if (auto found = flag()) return found;
        if (is_atomic(first_) || is_atomic(second_)) return std::nullopt;
        for (const Event* event : story_.events())
            if (on_datum(*event) && !story_.locks(*event).empty()) {
                const bool write = writes(first_);
                const Event& bare = write ? first_ : second_;
                return diagnosis("writer-unlocked", judge::sentence(who(bare) + " changes " + datum_ + story_.at(bare) +
                                                                    " without a lock, although elsewhere" +
                                                                    story_.at(*event) + " a lock is held for it"));
            }
        return diagnosis("no-lock",
                         judge::sentence("no lock is held when " + who(first_) + " uses " + datum_ + story_.at(first_) +
                                         " and " + who(second_) + " uses it" + story_.at(second_)));
    }

    // One of the two has waited for the other one, gave up, and goes on all the same.
    Finding time_out_ignored() const {
        for (const Event* access : {&first_, &second_})
            for (const Event* event = story_.previous(*access); event != nullptr; event = story_.previous(*event)) {
                if (!story_.same_call(*event, *access) || begins_wait(*event)) break;
                if (event->op == "acquire" || event->op == "try_acquire" || event->op == "join") break;
                if (event->op != "timeout") continue;
                return diagnosis("timeout-ignored",
                                 judge::sentence(story_.time_is_up(*event) + ", but it goes on" + story_.at(*access) +
                                                 " as if it had got what it waited for"));
            }
        return std::nullopt;
    }

    // The thread that started the other one goes on as if it were alone.
    Finding without_waiting() const {
        const bool same_work = first_.place.line == second_.place.line && first_.place.file == second_.place.file &&
                               story_.function(first_) == story_.function(second_);  // it is one of them
        for (const auto& [child, parent] : {std::pair{&first_, &second_}, std::pair{&second_, &first_}}) {
            const Event* creation = story_.creation(child->thread);
            if (creation == nullptr || creation->thread != parent->thread || creation->index > parent->index) continue;
            const ObjectSeen* object = story_.object(second_);
            if (story_.detached(child->thread))
                return diagnosis(
                    "detached-thread",
                    judge::sentence(who(*child) + " was detached, and still uses " + datum_ + story_.at(*child) +
                                    " when " + who(*parent) +
                                    (parent->note == "gives the memory back" ? " gives its memory back" : " goes on") +
                                    story_.at(*parent)));
            const bool child_writes =
                std::any_of(story_.events().begin(), story_.events().end(), [&](const Event* event) {
                    return event->thread != parent->thread && on_datum(*event) && writes(*event);
                });
            if (same_work) continue;
            if (writes(*parent) && !child_writes && object != nullptr && object->storage == "stack" &&
                object->thread == parent->thread)
                return diagnosis(
                    "captured-by-reference",
                    judge::sentence(who(*child) + " reads " + datum_ + story_.at(*child) + ", a local variable of " +
                                    who(*parent) + ", which goes on to change it" + story_.at(*parent)));
            const bool parent_writes =
                std::any_of(story_.events().begin(), story_.events().end(), [&](const Event* event) {
                    return event->thread == parent->thread && on_datum(*event) && writes(*event) &&
                           event->index > creation->index && event->note != "gives the memory back";
                });
            const Event* join = story_.join(child->thread);
            const bool too_late = join == nullptr || join->index > parent->index;
            if (!parent_writes && child_writes && too_late && parent->index > child->index)
                return diagnosis("missing-join", judge::sentence(who(*parent) + " uses " + datum_ + story_.at(*parent) +
                                                                 " although it has not waited for " + who(*child) +
                                                                 ", which works on it" + story_.at(*child)));
        }
        return std::nullopt;
    }

    // An atomic was to hand the datum over, and its orders do not do so (else there would be no race).
    Finding relaxed() const {
        const Event* store = nullptr;
        for (const Event* event : story_.events()) {
            if (event->index <= first_.index) continue;
            if (event->index >= second_.index) break;
            if (event->thread == first_.thread && is_atomic(*event) && writes(*event) && story_.in_hand_in(*event))
                store = event;
            if (store == nullptr || event->thread == first_.thread || event->object != store->object) continue;
            if (event->thread != second_.thread || !reads(*event)) {
                if (writes(*event)) store = nullptr;  // what is read from now on is another's value
                continue;
            }
            return diagnosis("relaxed-publish",
                             judge::sentence(who(first_) + " sets " + story_.name(*store) + story_.at(*store) +
                                             " when " + datum_ + " is ready, and " + who(second_) + " sees that" +
                                             story_.at(*event) + "; but these two order nothing else, so " + datum_ +
                                             " may still be old" + story_.at(second_)));
        }
        return std::nullopt;
    }

    // A thread reads the datum again and again in one line until another one changes it.
    Finding flag() const {
        for (const auto& [reader, writer] : {std::pair{&first_, &second_}, std::pair{&second_, &first_}}) {
            if (writes(*reader) || !writes(*writer)) continue;
            int looks = 0;
            bool changes = false;
            for (const Event* event : story_.of(reader->thread)) {
                if (!on_datum(*event)) {
                    if (writes(*event) && looks < 3) looks = 0;  // it has more to do than to look
                    continue;
                }
                changes = changes || writes(*event);
                looks += event->place.line == reader->place.line && event->place.file == reader->place.file;
            }
            if (looks < 3 || changes) continue;
            return diagnosis("flag-as-sync", judge::sentence(who(*reader) + " looks at " + datum_ + story_.at(*reader) +
                                                             " again and again until " + who(*writer) + " sets it" +
                                                             story_.at(*writer) +
                                                             "; but it is a plain variable, so nothing orders them"));
        }
        return std::nullopt;
    }

    const Story& story_;
    const Event& first_;
    const Event& second_;
    const std::set<ObjectId> locks_one_, locks_two_;
    const std::string datum_;
};

}  // namespace

Finding find_in_race(const Story& story) {
    const auto& race = story.failure().race;
    const Event* first = race ? story.failure().event(race->first) : nullptr;
    const Event* second = race ? story.failure().event(race->second) : nullptr;
    if (first == nullptr || second == nullptr) return std::nullopt;
    return RaceRules(story, *first, *second).find();
}

}  // namespace lab::diagnose
