// steps.cpp: events with ids into steps with names.
#include "judge/steps.hpp"

#include <algorithm>
#include <map>

namespace lab::judge {
namespace {

using evidence::Event;
using evidence::Failure;
using evidence::ObjectId;
using evidence::ThreadId;

std::string shown(const Failure& failure, ObjectId id) {
    const evidence::ObjectSeen* object = failure.object(id);
    if (object == nullptr) return "object " + std::to_string(id);
    if (!object->shown.empty()) return object->shown;
    return object->name.value_or(object->kind + " " + std::to_string(id));
}

}  // namespace

std::vector<Step> steps_of(const Failure& failure, const std::vector<int>& key) {
    std::vector<Step> steps;
    std::map<ThreadId, std::vector<ObjectId>> held;  // by each thread, after its last event so far
    for (const Event& event : failure.trace) {
        Step step;
        step.index = event.index;
        step.step = event.step;
        step.thread = event.thread;
        step.operation = event.op;
        if (event.object) {
            step.object_id = *event.object;
            step.object = shown(failure, *event.object);
            if (const auto* object = failure.object(*event.object)) step.object_kind = object->kind;
        }
        const evidence::ObjectSeen* object = event.object ? failure.object(*event.object) : nullptr;
        step.part = object != nullptr && object->part && object->opaque;
        step.nameless = object != nullptr && object->numbered &&
                        (object->kind == "memory" || object->kind == "atomic" || object->kind == "once");
        if (!step.part) step.value = event.value.value_or("");
        step.file = event.place.file;
        step.line = event.place.line;
        if (failure.race && failure.race->second == event.index && event.op == "write")
            step.value.clear();  // not written yet
        step.source = event.place.source;
        for (const ObjectId id : event.holds) step.holds.push_back(shown(failure, id));
        step.blocks = event.blocks;
        if (event.blocks && event.object)
            for (const auto& [thread, objects] : held)
                if (std::find(objects.begin(), objects.end(), *event.object) != objects.end()) step.holder = thread;
        step.note = event.note.value_or("");
        step.key = std::find(key.begin(), key.end(), event.index) != key.end();
        held[event.thread] = event.holds;
        steps.push_back(std::move(step));
    }
    return steps;
}

const Event* last_note(const Failure& failure) {
    if (failure.trace.empty()) return nullptr;
    const Event& last = failure.trace.back();
    return last.op == "point" && last.note && last.place.known() ? &last : nullptr;
}

std::vector<ThreadEnd> thread_ends(const Failure& failure) {
    std::vector<ThreadEnd> ends;
    const Event* const note = last_note(failure);
    for (const evidence::ThreadSeen& thread : failure.threads) {
        ThreadEnd end;
        end.id = thread.id;
        end.name = !thread.name.empty() ? thread.name : thread.id == 0 ? "main" : "thread " + std::to_string(thread.id);
        end.state = thread.state;
        if (thread.waits_for) end.waits_for = shown(failure, *thread.waits_for);
        if (thread.waits_for_thread) {
            end.waits_for_end = true;
            const evidence::ThreadSeen* other = failure.thread(*thread.waits_for_thread);
            end.waits_for = other != nullptr && !other->name.empty()
                                ? other->name
                                : "thread " + std::to_string(*thread.waits_for_thread);
        }
        const bool noted = note != nullptr && note->thread == thread.id && thread.state == "running";
        const evidence::Place& place = noted ? note->place : thread.place;
        end.file = place.file;
        end.line = place.line;
        end.source = place.source;
        ends.push_back(std::move(end));
    }
    return ends;
}

}  // namespace lab::judge
