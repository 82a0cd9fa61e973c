// story.hpp: one failing execution, prepared for questions: who did what in which call, under which locks.
#pragma once

#include "evidence/evidence.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace lab::diagnose {

using evidence::Event;
using evidence::Failure;
using evidence::ObjectId;
using evidence::ObjectSeen;
using evidence::Place;
using evidence::ThreadId;

using Events = std::vector<const Event*>;

// A stretch of one thread's events during which it holds a lock without letting go.
struct Section {
    ThreadId thread = 0;
    ObjectId lock = 0;
    Events events;  // the first one takes the lock

    const Event& first() const { return *events.front(); }
    const Event& last() const { return *events.back(); }
    int begin() const { return first().index; }
    int end() const { return last().index; }
};

bool reads(const Event& event);   // memory or an atomic
bool writes(const Event& event);  // the same; a failed compare-exchange does not
bool is_atomic(const Event& event);
bool is_notification(const Event& event);
// What a thread does when it begins to wait on a condition or for a change of an atomic; not the repeated note at the
// end of the trace.
bool begins_wait(const Event& event);

class Story {
public:
    explicit Story(const Failure& failure);

    const Failure& failure() const { return failure_; }
    // The whole trace, and of a race what would have come next.
    const Events& events() const { return events_; }
    const Events& of(ThreadId thread) const;
    const std::vector<ThreadId>& threads() const { return threads_; }
    bool alone() const { return creations_.empty(); }  // main never started another thread

    // The event that started this thread; null for main.
    const Event* creation(ThreadId thread) const;
    // Where somebody had waited for its end; null: nobody had.
    const Event* join(ThreadId thread) const;
    bool detached(ThreadId thread) const;

    const ObjectSeen* object(const Event& event) const;
    const std::vector<Section>& sections() const { return sections_; }
    const Section* section_of(const Event& event, ObjectId lock) const;
    std::set<ObjectId> locks(const Event& event) const;

    bool in_hand_in(const Event& event) const;
    // The student's innermost, and outermost, function under way at the event; empty: none.
    std::string function(const Event& event) const;
    std::string outer_function(const Event& event) const;
    // Whether `later` belongs to the very call in which `earlier` happened, of the student's innermost (or outermost)
    // function there.
    bool same_call(const Event& earlier, const Event& later) const;
    bool same_outer_call(const Event& earlier, const Event& later) const;
    // The call of the student's innermost function at `event` has returned before `later`.
    bool has_left(const Event& event, const Event& later) const { return !same_call(event, later); }

    const Event* next(const Event& event) const;  // of the same thread; null: none
    const Event* previous(const Event& event) const;

    // Words.
    std::string who(ThreadId thread) const;
    std::string name(ObjectId id) const;
    std::string name(const Event& event) const;
    // " at lock.cpp:14". From then on the event is one that the words speak of.
    std::string at(const Event& event) const;
    // "Thread 1's time for door is up at lock.cpp:14".
    std::string time_is_up(const Event& timeout) const;
    const std::set<int>& spoken_of() const { return spoken_of_; }  // Event::index

private:
    bool within(const Event& earlier, const Event& later, const evidence::Call* call) const;

    const Failure& failure_;
    Events events_;
    std::map<ThreadId, Events> by_thread_;
    std::vector<ThreadId> threads_;
    std::map<ThreadId, const Event*> creations_;
    std::map<int, std::size_t> position_;  // by Event::index, in its thread's list
    std::vector<Section> sections_;
    mutable std::set<int> spoken_of_;
};

}  // namespace lab::diagnose
