// event_log.cpp: clocks and histories of the steps of one execution.
#include "strategy/event_log.hpp"

#include <algorithm>
#include <cstring>

namespace interleave {

void EventLog::clear() {
    count_ = 0;
    for (auto& history : histories_) history.clear();
    globals_.clear();
    for (unsigned i = 0; i < thread_count_; ++i) {
        thread_clocks_[i] = Clock{};
        numbers_[i] = 0;
    }
    thread_count_ = 0;
}

void EventLog::note_thread(ThreadId thread) {
    while (thread_count_ <= thread) {
        thread_clocks_[thread_count_] = Clock{};
        numbers_[thread_count_++] = 0;
    }
}

const EventLog::Clock& EventLog::thread_clock(ThreadId thread) {
    note_thread(thread);
    return thread_clocks_[thread];
}

void EventLog::join(Clock& clock, const Clock& other) const {
    for (unsigned i = 0; i < thread_count_; ++i) clock.steps[i] = std::max(clock.steps[i], other.steps[i]);
}

void EventLog::learn(ThreadId thread, const Clock& clock) {
    note_thread(thread);
    join(thread_clocks_[thread], clock);
}

const std::vector<EventLog::Entry>& EventLog::history(ObjectId object) {
    if (histories_.size() <= object) histories_.resize(object + 1);
    return histories_[object];
}

void EventLog::learn_object(ThreadId thread, ObjectId object) {
    const auto& entries = history(object);
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        learn(thread, events_[entry->event].clock);
        if (entry->write) return;  // it knows all that came before
    }
}

EventLog::Event& EventLog::open(ThreadId thread, int node) {
    note_thread(thread);
    if (events_.size() == count_) events_.emplace_back();
    Event& event = events_[count_++];
    event.thread = thread;
    event.number = ++numbers_[thread];
    event.node = node;
    event.footprint.clear();
    event.clock = thread_clocks_[thread];
    return event;
}

void EventLog::close() {
    Event& event = latest();
    if (event.footprint.global) {
        for (unsigned i = 0; i < thread_count_; ++i) join(event.clock, thread_clocks_[i]);
        globals_.push_back(static_cast<std::uint32_t>(count_ - 1));
    } else {
        if (!globals_.empty()) join(event.clock, events_[globals_.back()].clock);
        for (unsigned i = 0; i < event.footprint.count; ++i) {
            const auto& touch = event.footprint.touches[i];
            const auto& entries = history(touch.object);
            for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
                if (touch.write || entry->write) join(event.clock, events_[entry->event].clock);
                if (entry->write) break;  // it knows all that came before
            }
        }
    }
    event.clock.steps[event.thread] = event.number;
    thread_clocks_[event.thread] = event.clock;
    for (unsigned i = 0; i < event.footprint.count; ++i) {
        const auto& touch = event.footprint.touches[i];
        history(touch.object);
        histories_[touch.object].push_back({static_cast<std::uint32_t>(count_ - 1), touch.write, touch.before});
    }
}

}  // namespace interleave
