// moment.cpp: the end of a replayed prefix as values that a reader can follow.
#include "judge/moment.hpp"

#include "judge/steps.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lab::judge {
namespace {

using evidence::Failure;
using evidence::ObjectSeen;

bool is_lock(const ObjectSeen& object) { return object.kind.find("mutex") != std::string::npos; }

std::string name_of(const ObjectSeen& object) { return object.name.value_or(object.shown); }

// The lock, semaphore, ... or a variable that the reader's files speak of: not what lies inside of library objects.
bool is_shown(const ObjectSeen& object) {
    if (object.kind == "output" || object.kind == "input" || object.kind == "thread") return false;
    const bool variable = object.kind == "memory" || object.kind == "atomic" || object.kind == "once";
    return !(variable && (object.numbered || object.part || object.opaque));
}

std::vector<ThreadNow> threads_now(const Failure& failure) {
    std::vector<ThreadNow> threads;
    const std::vector<ThreadEnd> ends = thread_ends(failure);
    for (std::size_t at = 0; at < ends.size(); ++at) {
        const ThreadEnd& end = ends[at];
        const evidence::ThreadSeen& seen = failure.threads[at];
        ThreadNow now{end.id, end.name, end.state, {}, end.waits_for, end.waits_for_end};
        now.next.thread = end.id;
        now.next.operation = seen.next.value_or("");
        now.next.file = end.file;
        now.next.line = end.line;
        now.next.source = end.source;
        now.next.blocks = end.state == "blocked" || end.state == "sleeping";
        if (end.waits_for_end) now.next.note = end.waits_for;
        const auto id = seen.waits_for ? seen.waits_for : seen.next_object;
        if (const ObjectSeen* object = id ? failure.object(*id) : nullptr) {
            now.next.object = name_of(*object);
            now.next.object_kind = object->kind;
            now.next.nameless = object->numbered;
            if (now.next.blocks && object->holder) now.next.holder = *object->holder;
            // It was notified, and now it needs the lock.
            if (now.next.blocks && now.next.operation == "wake" && is_lock(*object)) now.next.operation = "lock";
        }
        threads.push_back(std::move(now));
    }
    return threads;
}

std::vector<ObjectNow> objects_now(const Failure& failure) {
    struct Use {
        std::string value;
        std::set<int> threads;
        bool in_sources = false;
    };
    std::map<int, Use> uses;
    std::map<int, std::vector<int>> held;  // by each thread after its latest event
    for (const evidence::Event& event : failure.trace) {
        held[event.thread] = event.holds;
        if (!event.object) continue;
        Use& use = uses[*event.object];
        use.threads.insert(event.thread);
        use.in_sources = use.in_sources || event.place.known();
        if (event.value && event.op != "atomic_wait") use.value = *event.value;
    }
    std::vector<ObjectNow> objects;
    for (const ObjectSeen& seen : failure.objects) {
        const auto use = uses.find(seen.id);
        if (use == uses.end() || !use->second.in_sources || !is_shown(seen)) continue;
        ObjectNow now{name_of(seen), seen.kind, {}, seen.state, {}, use->second.threads.size() > 1};
        if (seen.kind == "memory" || seen.kind == "atomic" || seen.kind == "gauge") now.value = use->second.value;
        for (const auto& [thread, locks] : held)
            if (std::find(locks.begin(), locks.end(), seen.id) != locks.end()) now.holders.push_back(thread);
        objects.push_back(std::move(now));
    }
    return objects;
}

}  // namespace

Moment moment_of(const Failure& failure) {
    Moment moment;
    moment.trace = steps_of(failure, {});
    moment.threads = threads_now(failure);
    moment.objects = objects_now(failure);
    moment.output = failure.output;
    moment.steps = failure.steps;
    moment.diverged = failure.diverged;
    if (!failure.position) return moment;
    moment.values = failure.position->values;
    for (const evidence::Choice& choice : failure.position->choices) {
        const Choice::Kind kind = choice.kind == "timeout"   ? Choice::Kind::time_out
                                  : choice.kind == "wake-up" ? Choice::Kind::wake_up
                                                             : Choice::Kind::step;
        moment.choices.push_back({choice.thread, kind});
    }
    return moment;
}

}  // namespace lab::judge
