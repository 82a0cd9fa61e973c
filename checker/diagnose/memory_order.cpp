// memory_order.cpp: mistakes that show where a load reads a value that is no longer the latest, as weak orders allow.
#include "diagnose/rules.hpp"
#include "judge/words.hpp"

namespace lab::diagnose {
namespace {

bool reads_older(const Event& event) { return event.note == "an older value"; }

// The last store to what the event reads, by another thread: the one that it does not see.
const Event* missed_store(const Story& story, const Event& read) {
    const Event* missed = nullptr;
    for (const Event* event : story.events()) {
        if (event->index >= read.index) break;
        if (event->object == read.object && is_atomic(*event) && writes(*event) && event->thread != read.thread)
            missed = event;
    }
    return missed;
}

// The reader has seen something that the other thread stored after what it does not see.
Finding published(const Story& story, const Event& read, const Event& missed) {
    for (const Event* store : story.of(missed.thread)) {
        if (store->index <= missed.index || store->index >= read.index) continue;
        if (!is_atomic(*store) || !writes(*store) || store->object == missed.object) continue;
        for (const Event* seen : story.of(read.thread)) {
            if (seen->index <= store->index || seen->index >= read.index) continue;
            if (seen->object != store->object || !is_atomic(*seen) || !reads(*seen) || reads_older(*seen)) continue;
            return diagnosis(
                "relaxed-publish",
                judge::sentence(story.who(missed.thread) + " sets " + story.name(missed) + story.at(missed) +
                                ", then " + story.name(*store) + story.at(*store) + "; " + story.who(read.thread) +
                                " sees the second" + story.at(*seen) + " and still an old value of the first" +
                                story.at(read) + ", because these orders keep nothing together"));
        }
    }
    return std::nullopt;
}

// Each of two threads stores one thing and looks at the other's.
Finding crossed(const Story& story, const Event& read, const Event& missed) {
    for (const Event* own : story.of(read.thread)) {
        if (own->index >= read.index) break;
        if (!is_atomic(*own) || !writes(*own) || own->object == read.object) continue;
        for (const Event* look : story.of(missed.thread))
            if (look->index > missed.index && look->object == own->object && is_atomic(*look) && reads(*look) &&
                !writes(*look))
                return diagnosis(
                    "store-buffering",
                    judge::sentence(story.who(read.thread) + " sets " + story.name(*own) + story.at(*own) +
                                    " and reads an old value of " + story.name(read) + story.at(read) + ", while " +
                                    story.who(missed.thread) + " sets " + story.name(missed) + story.at(missed) +
                                    " and looks at " + story.name(*look) + story.at(*look) +
                                    ": with these orders neither need see what the other has set"));
    }
    return std::nullopt;
}

}  // namespace

Finding find_in_memory_order(const Story& story) {
    for (const Event* event : story.events()) {
        if (!reads_older(*event) || !story.in_hand_in(*event)) continue;
        const Event* missed = missed_store(story, *event);
        if (missed == nullptr) continue;
        if (auto found = published(story, *event, *missed)) return found;
        if (auto found = crossed(story, *event, *missed)) return found;
    }
    return std::nullopt;
}

}  // namespace lab::diagnose
