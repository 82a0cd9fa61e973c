// overlap.cpp: why work that may overlap never does: read from one interleaving in which each thread runs for as long
// as it can.
#include "diagnose/rules.hpp"

#include "judge/words.hpp"

namespace lab::diagnose {
namespace {

// Permits that the thread holds when it comes to this event, by semaphore.
std::map<ObjectId, long> permits_at(const Story& story, const Event& moment) {
    std::map<ObjectId, long> permits;
    for (const Event* event : story.of(moment.thread)) {
        if (event->index >= moment.index) break;
        if (!event->object || event->blocks) continue;
        if (event->op == "acquire" || (event->op == "try_acquire" && event->note != "failed"))
            ++permits[*event->object];
        if (event->op == "release") --permits[*event->object];
    }
    return permits;
}

}  // namespace

Finding find_missing_overlap(const Story& story) {
    const Event* one = nullptr;
    const Event* two = nullptr;
    for (const Event* event : story.events()) {
        if (event->op != "gauge_enter") continue;
        if (one == nullptr)
            one = event;
        else if (two == nullptr && event->thread != one->thread && event->object == one->object)
            two = event;
    }
    if (story.alone())
        return diagnosis("no-threads", "All the work is done by the main thread: no other thread is ever started.");
    if (one == nullptr || two == nullptr) return std::nullopt;

    const Event* creation = story.creation(two->thread);
    if (creation != nullptr && creation->index > one->index && story.in_hand_in(*creation)) {
        const Event* wait = story.join(one->thread);
        const bool joined = wait != nullptr && wait->index < creation->index && wait->place.known();
        return diagnosis(
            "joined-in-loop",
            judge::sentence(story.who(creation->thread) + " waits for " + story.who(one->thread) +
                            (joined ? story.at(*wait) : std::string()) + " before it starts " + story.who(two->thread) +
                            story.at(*creation) + ", so that they never run at the same time"));
    }
    const std::set<ObjectId> held = story.locks(*one);
    for (const ObjectId lock : story.locks(*two)) {
        if (!held.contains(lock)) continue;
        const Section* section = story.section_of(*one, lock);
        return diagnosis("over-locked",
                         judge::sentence(story.who(one->thread) + " and " + story.who(two->thread) + " both hold " +
                                         story.name(lock) +
                                         (section != nullptr ? ", locked" + story.at(section->first()) + "," : "") +
                                         " during the work that could overlap" + story.at(*one)));
    }
    const auto theirs = permits_at(story, *two);
    for (const auto& [id, count] : permits_at(story, *one)) {
        const auto other = theirs.find(id);
        if (count <= 0 || other == theirs.end() || other->second <= 0) continue;
        for (const Event* event : story.events()) {
            if (event->object != id || event->blocks || event->op != "acquire") continue;
            if (event->value != "0") break;
            // Beside locks of what is worked on, it is one lock more, around all of them.
            if (!held.empty() || !story.locks(*two).empty())
                return diagnosis(
                    "over-locked",
                    judge::sentence(story.who(one->thread) + " and " + story.who(two->thread) +
                                    " both hold the one permit of " + story.name(id) + ", taken" + story.at(*event) +
                                    ", during the work that could overlap" + story.at(*one)));
            return diagnosis(
                "semaphore-initial-count",
                judge::sentence(story.name(id) + " has only one permit at first: when " + story.who(one->thread) +
                                " has taken it" + story.at(*event) + ", nobody else can come in"));
        }
    }
    return std::nullopt;
}

}  // namespace lab::diagnose
