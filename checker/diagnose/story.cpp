// story.cpp: sorts a trace by thread, finds critical sections and calls.
#include "diagnose/story.hpp"

#include "judge/words.hpp"

#include <algorithm>

namespace lab::diagnose {
namespace {

const evidence::Call* innermost(const Event& event) {
    const auto found =
        std::find_if(event.calls.begin(), event.calls.end(), [](const auto& call) { return call.hand_in; });
    return found == event.calls.end() ? nullptr : &*found;
}

const evidence::Call* outermost(const Event& event) {
    const auto found =
        std::find_if(event.calls.rbegin(), event.calls.rend(), [](const auto& call) { return call.hand_in; });
    return found == event.calls.rend() ? nullptr : &*found;
}

}  // namespace

bool is_atomic(const Event& event) { return event.op.starts_with("atomic_"); }

bool reads(const Event& event) {
    return event.op == "read" || event.op == "atomic_load" || event.op == "atomic_rmw" || event.op == "atomic_cas" ||
           event.op == "atomic_wait";
}

bool writes(const Event& event) {
    return event.op == "write" || event.op == "atomic_store" || event.op == "atomic_rmw" ||
           (event.op == "atomic_cas" && event.note != "fails");
}

bool is_notification(const Event& event) {
    return event.op == "notify_one" || event.op == "notify_all" || event.op == "atomic_notify";
}

bool begins_wait(const Event& event) {
    if (event.blocks) return false;
    return event.op == "wait" || (event.op == "atomic_wait" && event.note == "waits");
}

Story::Story(const Failure& failure) : failure_(failure) {
    for (const auto* list : {&failure.trace, &failure.after})
        for (const Event& event : *list) events_.push_back(&event);
    ThreadId created = 0;
    for (const Event* event : events_) {
        Events& own = by_thread_[event->thread];
        position_[event->index] = own.size();
        own.push_back(event);
        if (event->op == "create") creations_[++created] = event;
    }
    for (const auto& [thread, own] : by_thread_) {
        threads_.push_back(thread);
        std::map<ObjectId, Section> open;
        for (const Event* event : own) {
            const std::set<ObjectId> held = locks(*event);
            for (auto section = open.begin(); section != open.end();) {
                if (held.contains(section->first)) {
                    ++section;
                    continue;
                }
                sections_.push_back(std::move(section->second));
                section = open.erase(section);
            }
            for (const ObjectId lock : held) {
                Section& section = open[lock];
                section.thread = thread;
                section.lock = lock;
                section.events.push_back(event);
            }
        }
        for (auto& [lock, section] : open) sections_.push_back(std::move(section));
    }
    std::sort(sections_.begin(), sections_.end(),
              [](const Section& one, const Section& two) { return one.begin() < two.begin(); });
}

const Events& Story::of(ThreadId thread) const {
    static const Events none;
    const auto found = by_thread_.find(thread);
    return found == by_thread_.end() ? none : found->second;
}

const Event* Story::creation(ThreadId thread) const {
    const auto found = creations_.find(thread);
    return found == creations_.end() ? nullptr : found->second;
}

const Event* Story::join(ThreadId thread) const {
    const evidence::ThreadSeen* seen = failure_.thread(thread);
    const std::string name = seen != nullptr && !seen->name.empty() ? seen->name : "thread " + std::to_string(thread);
    for (const Event* event : events_)
        if (event->op == "join" && !event->blocks && event->note == name) return event;
    return nullptr;
}

bool Story::detached(ThreadId thread) const {
    const std::string name = "thread " + std::to_string(thread);
    return std::any_of(events_.begin(), events_.end(),
                       [&](const Event* event) { return event->op == "detach" && event->note == name; });
}

const ObjectSeen* Story::object(const Event& event) const {
    return event.object ? failure_.object(*event.object) : nullptr;
}

const Section* Story::section_of(const Event& event, ObjectId lock) const {
    for (const Section& section : sections_)
        if (section.lock == lock && section.thread == event.thread && section.begin() <= event.index &&
            event.index <= section.end())
            return &section;
    return nullptr;
}

std::set<ObjectId> Story::locks(const Event& event) const {
    std::set<ObjectId> locks;
    for (const ObjectId id : event.holds)
        if (judge::is_lock(failure_, id)) locks.insert(id);
    return locks;
}

bool Story::in_hand_in(const Event& event) const { return innermost(event) != nullptr; }

std::string Story::function(const Event& event) const {
    const evidence::Call* call = innermost(event);
    return call == nullptr ? std::string() : call->place.function;
}

std::string Story::outer_function(const Event& event) const {
    const evidence::Call* call = outermost(event);
    return call == nullptr ? std::string() : call->place.function;
}

// A call is known by its callers: as long as they do not change, and the thread is never seen outside, it goes on.
bool Story::within(const Event& earlier, const Event& later, const evidence::Call* call) const {
    if (call == nullptr || earlier.thread != later.thread || later.index < earlier.index) return false;
    if (call->depth >= earlier.stack.size()) return false;
    const auto begin = earlier.stack.begin() + static_cast<std::ptrdiff_t>(call->depth) + 1;
    const auto size = static_cast<std::size_t>(earlier.stack.end() - begin);
    const Events& own = of(earlier.thread);
    for (std::size_t at = position_.at(earlier.index); at <= position_.at(later.index); ++at) {
        const auto& stack = own[at]->stack;
        if (stack.empty()) continue;  // nothing is known of where it was
        if (stack.size() <= size ||
            !std::equal(begin, earlier.stack.end(), stack.end() - static_cast<std::ptrdiff_t>(size)))
            return false;
    }
    return true;
}

bool Story::same_call(const Event& earlier, const Event& later) const {
    return within(earlier, later, innermost(earlier));
}

bool Story::same_outer_call(const Event& earlier, const Event& later) const {
    return within(earlier, later, outermost(earlier));
}

const Event* Story::next(const Event& event) const {
    const Events& own = of(event.thread);
    const std::size_t at = position_.at(event.index) + 1;
    return at < own.size() ? own[at] : nullptr;
}

const Event* Story::previous(const Event& event) const {
    const std::size_t at = position_.at(event.index);
    return at == 0 ? nullptr : of(event.thread)[at - 1];
}

std::string Story::who(ThreadId thread) const { return judge::thread_word(failure_, thread); }
std::string Story::name(ObjectId id) const { return judge::object_word(failure_, id); }
std::string Story::name(const Event& event) const { return event.object ? name(*event.object) : std::string("it"); }

std::string Story::time_is_up(const Event& timeout) const {
    const std::string what = timeout.object ? " for " + name(timeout) : "";
    return who(timeout.thread) + "'s time" + what + " is up" + at(timeout);
}

std::string Story::at(const Event& event) const {
    spoken_of_.insert(event.index);
    return judge::at_place(event.place);
}

}  // namespace lab::diagnose
