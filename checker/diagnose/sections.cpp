// sections.cpp: critical sections of one thread between which another thread's came; the same for atomic operations.
#include "diagnose/rules.hpp"

#include "judge/words.hpp"

#include <algorithm>

namespace lab::diagnose {
namespace {

struct Access {
    bool read = false;
    bool written = false;
    bool read_before_written = false;
    const Event* event = nullptr;  // the first
};
using Accesses = std::map<ObjectId, Access>;

// What a section does with memory that several threads use.
Accesses accesses(const Section& section) {
    Accesses found;
    for (const Event* event : section.events) {
        if (!event->object || (!reads(*event) && !writes(*event))) continue;
        Access& access = found[*event->object];
        if (access.event == nullptr) access.event = event;
        if (reads(*event) && !access.written) access.read_before_written = true;
        access.read = access.read || reads(*event);
        access.written = access.written || writes(*event);
    }
    return found;
}

std::string line(const Story& story, const Section& section) { return story.at(section.first()); }

// The same call of one function holds both, and at least one of them directly; or the two are of different locks.
bool belong_together(const Story& story, const Section& one, const Section& two) {
    if (story.same_call(one.first(), two.first())) return true;
    if (!story.same_outer_call(one.first(), two.first())) return false;
    const bool nested = story.function(two.first()) == story.outer_function(two.first());
    return nested || one.lock != two.lock;
}

// Between the two the thread waits, which lets others in on purpose, or does what a section of its own is there to
// admit to: a monitor's way in and way out.
bool apart_on_purpose(const Story& story, const Section& one, const Section& two) {
    if (begins_wait(one.last())) return true;
    for (const Event* event = &one.last(); event != nullptr && event->index < two.begin(); event = story.next(*event))
        if (event->op == "gauge_enter" || begins_wait(*event)) return true;
    return false;
}

// A section of another thread that lies between the two.
std::vector<const Section*> between(const Story& story, const Section& one, const Section& two) {
    std::vector<const Section*> found;
    for (const Section& other : story.sections())
        if (other.thread != one.thread && other.begin() > one.end() && other.end() < two.begin())
            found.push_back(&other);
    return found;
}

bool conflict(const Access& one, const Access& two) { return one.written || two.written; }

Finding read_then_written(const Story& story, const Section& one, const Section& two, const Section& other) {
    const Accesses before = accesses(one), after = accesses(two), theirs = accesses(other);
    for (const auto& [id, act] : after) {
        const auto test = before.find(id);
        const auto change = theirs.find(id);
        if (!act.written || test == before.end() || test->second.written || change == theirs.end() ||
            !change->second.written)
            continue;
        const ObjectSeen* object = story.failure().object(id);
        const std::string text = story.who(one.thread) + " reads " + story.name(id) + story.at(*test->second.event) +
                                 " in one critical section and ";
        const std::string meanwhile =
            ": in between, " + story.who(other.thread) + " changes it" + story.at(*change->second.event);
        if (object != nullptr && object->part)
            return diagnosis("top-and-pop-apart",
                             judge::sentence(text + "changes it" + story.at(*act.event) + " in another" + meanwhile));
        if (!act.read_before_written)
            return diagnosis("stale-write-back",
                             judge::sentence(text + "writes it" + story.at(*act.event) + " in another" + meanwhile));
        return diagnosis("test-then-act",
                         judge::sentence(text + "acts on that" + story.at(*act.event) + " in another" + meanwhile));
    }
    return std::nullopt;
}

Finding torn(const Story& story, const Section& one, const Section& two, const Section& other) {
    if (apart_on_purpose(story, one, two)) return std::nullopt;
    const Accesses before = accesses(one), after = accesses(two), theirs = accesses(other);
    const Event* met = nullptr;
    for (const auto& [id, access] : theirs) {
        const auto mine = before.find(id);
        if (mine != before.end() && conflict(mine->second, access)) met = access.event;
    }
    for (const auto& [id, access] : theirs) {
        const auto mine = after.find(id);
        if (met == nullptr || mine == after.end() || !conflict(mine->second, access)) continue;
        const bool same_line = one.first().place.line == two.first().place.line;
        return diagnosis(
            "split-critical-section",
            judge::sentence(story.who(one.thread) + " works in two critical sections" +
                            (same_line ? ", both" + line(story, one) : line(story, one) + " and" + line(story, two)) +
                            "; " + story.who(other.thread) + " comes in between" + story.at(*met) + " and meets " +
                            story.name(id) + " half done"));
    }
    return std::nullopt;
}

template <class Rule>
Finding over_split_sections(const Story& story, Rule rule) {
    for (const Section& one : story.sections())
        for (const Section& two : story.sections()) {
            if (one.thread != two.thread || two.begin() <= one.end() || !belong_together(story, one, two)) continue;
            for (const Section* other : between(story, one, two))
                if (auto found = rule(story, one, two, *other)) return found;
        }
    return std::nullopt;
}

// A thread loads an atomic, others change it, and the thread acts on what it has loaded.
Finding atomics(const Story& story) {
    for (const Event* load : story.events()) {
        if (load->op != "atomic_load" || !story.in_hand_in(*load)) continue;
        const Event* act = story.next(*load);
        while (act != nullptr && act->object != load->object) act = story.next(*act);
        if (act == nullptr || !writes(*act) || !story.same_outer_call(*load, *act)) continue;
        const Event* meanwhile = nullptr;
        for (const Event* event : story.events())
            if (event->index > load->index && event->index < act->index && event->thread != load->thread &&
                event->object == load->object && writes(*event))
                meanwhile = event;
        if (meanwhile == nullptr) continue;
        const std::string text =
            story.who(load->thread) + " reads " + story.name(*load) + story.at(*load) + " and then ";
        const std::string rest = "; in between, " + story.who(meanwhile->thread) + " changes it" + story.at(*meanwhile);
        if (act->op == "atomic_store")
            return diagnosis("atomic-in-two-steps", judge::sentence(text + "writes it" + story.at(*act) + rest));
        if (act->op == "atomic_cas")
            return diagnosis("aba", judge::sentence(text + "exchanges it" + story.at(*act) +
                                                    " because it has that value again" + rest));
        return diagnosis("test-then-act", judge::sentence(text + "changes it" + story.at(*act) + rest));
    }
    return std::nullopt;
}

}  // namespace

Finding find_split_section(const Story& story) {
    if (auto found = over_split_sections(story, read_then_written)) return found;
    if (auto found = atomics(story)) return found;
    return over_split_sections(story, torn);
}

}  // namespace lab::diagnose
