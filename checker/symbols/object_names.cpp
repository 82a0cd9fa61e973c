// object_names.cpp: names from the check, from globals, from the source lines that use an object; else numbers.
#include "symbols/object_names.hpp"

#include "symbols/expression.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace lab::symbols {
namespace {

using evidence::Event;
using evidence::Failure;
using evidence::ObjectSeen;
using Words = std::vector<std::string_view>;

bool is_mutex(const ObjectSeen& object) { return object.kind.find("mutex") != std::string::npos; }

// "mutex", "variable": what a reader calls an object of this kind that has no name.
std::string noun_of(const std::string& kind) {
    if (kind == "memory") return "variable";
    if (kind == "atomic") return "atomic variable";
    if (kind == "condition_variable") return "condition variable";
    if (kind == "once") return "once flag";
    if (kind == "guard") return "static variable";
    std::string noun = kind.empty() ? "object" : kind;
    std::replace(noun.begin(), noun.end(), '_', ' ');
    return noun;
}

// The member functions that work on an object of this kind.
const Words& functions_of(const std::string& kind) {
    static const std::map<std::string, Words> functions = {
        {"condition_variable",
         {"wait", "wait_for", "wait_until", "notify_one", "notify_all", "pthread_cond_wait", "pthread_cond_signal",
          "pthread_cond_broadcast"}},
        {"semaphore",
         {"acquire", "release", "try_acquire", "try_acquire_for", "try_acquire_until", "sem_wait", "sem_post",
          "sem_trywait"}},
        {"latch", {"count_down", "arrive_and_wait", "wait", "try_wait"}},
        {"barrier", {"arrive_and_wait", "arrive", "arrive_and_drop", "wait", "pthread_barrier_wait"}},
        {"atomic",
         {"load", "store", "exchange", "compare_exchange_weak", "compare_exchange_strong", "fetch_add", "fetch_sub",
          "fetch_or", "fetch_and", "fetch_xor", "test_and_set", "test", "clear", "wait", "notify_one", "notify_all"}},
        {"future", {"get", "wait", "wait_for", "wait_until", "set_value", "set_exception"}},
        {"once", {"call_once"}},
        {"gauge", {"enter", "leave", "now", "most"}}};
    static const Words none;
    const auto found = functions.find(kind);
    return found == functions.end() ? none : found->second;
}

const Words& locking_functions() {
    static const Words functions = {"lock",
                                    "try_lock",
                                    "try_lock_for",
                                    "try_lock_until",
                                    "unlock",
                                    "lock_shared",
                                    "try_lock_shared",
                                    "unlock_shared",
                                    "pthread_mutex_lock",
                                    "pthread_mutex_trylock",
                                    "pthread_mutex_unlock",
                                    "pthread_rwlock_rdlock",
                                    "pthread_rwlock_wrlock"};
    return functions;
}

// Finds names of locks; remembers how many objects each line has named already, since one line may lock several.
class LockNames {
public:
    std::string name(const Frame& frame, Places& places) {
        const std::string code = places.code(frame);
        const auto declared = locked_by_declaration(code);
        if (!declared.empty()) {
            std::size_t& used = used_[{frame.source, frame.line}];
            return used < declared.size() ? declared[used++] : std::string();
        }
        std::string object = receiver_of(code, locking_functions());
        if (object.empty()) object = first_argument_of(code, {"wait", "wait_for", "wait_until"});
        if (object.empty()) return {};
        const std::string mutex = mutex_of_lock_object(places.all_code(frame), object);
        return mutex.empty() ? object : mutex;
    }

private:
    std::map<std::pair<const SourceFile*, int>, std::size_t> used_;
};

// What the lines that touch a piece of memory have in common.
class VariableName {
public:
    void add(const Event& event, const std::vector<Frame>& frames, Places& places) {
        if (frames.empty()) return;
        const Frame& frame = frames.front();
        const Uses uses = uses_in(places.code(frame));
        std::vector<std::string> names = uses.variables;
        for (const std::string& receiver : uses.receivers)
            if (std::find(names.begin(), names.end(), receiver) == names.end()) names.push_back(receiver);
        if (names.empty()) return;
        const bool writes = event.op != "read" && event.op != "atomic_load";
        if (writes && target_.empty()) target_ = uses.target;
        if (first_.empty()) first_ = names;
        if (!candidates_) {
            candidates_ = names;
        } else {
            std::vector<std::string> common;
            for (const std::string& name : *candidates_)
                if (std::find(names.begin(), names.end(), name) != names.end()) common.push_back(name);
            if (!common.empty())
                candidates_ = common;  // else: two names for one thing, say a reference; the first one stays
        }
        // A member function of a given class, called in the student's line: "from.withdraw(30)" and "balance_" in
        // there.
        const Frame* shown = Places::shown(frames);
        if (shown != nullptr && shown != &frame && frame.source != shown->source) {
            const std::string receiver = receiver_of_call(places.code(*shown), frame.function);
            if (receivers_ && *receivers_ != receiver) several_receivers_ = true;
            receivers_ = receiver;
        }
    }

    std::string name() const {
        if (!candidates_) return {};
        std::string name;
        if (!target_.empty() && std::find(candidates_->begin(), candidates_->end(), target_) != candidates_->end())
            name = target_;
        else if (candidates_->size() == 1)
            name = candidates_->front();
        if (!name.empty() && receivers_ && !receivers_->empty() && !several_receivers_ &&
            name.find('.') == std::string::npos)
            name = *receivers_ + "." + name;
        return name;
    }

private:
    std::optional<std::vector<std::string>> candidates_;
    std::vector<std::string> first_;
    std::string target_;
    std::optional<std::string> receivers_;
    bool several_receivers_ = false;
};

// The name that the source gives to an object of one of the other kinds where this event uses it; empty if it is not
// clear.
std::string name_in_source(const ObjectSeen& object, const std::vector<Frame>& frames, Places& places) {
    for (const Frame& frame : frames) {
        std::string name = receiver_of(places.code(frame), functions_of(object.kind));
        if (!name.empty()) return name;
    }
    return {};
}

std::map<evidence::ObjectId, std::string> names_in_source(const Failure& failure, Places& places) {
    std::map<evidence::ObjectId, std::string> names;
    std::map<evidence::ObjectId, VariableName> variables;
    LockNames locks;
    for (const Event& event : failure.trace) {
        const ObjectSeen* object = event.object ? failure.object(*event.object) : nullptr;
        if (object == nullptr || object->name) continue;
        const std::vector<Frame>& frames = places.frames(event.stack);
        if (is_mutex(*object)) {
            const Frame* frame = Places::shown(frames);
            if (!names.contains(object->id) && !frames.empty()) {
                std::string name =
                    locks.name(frames.front(), places);  // where it is locked, which may be a given header
                if (name.empty() && frame != nullptr) name = locks.name(*frame, places);
                if (!name.empty()) names[object->id] = name;
            }
        } else if (object->kind == "memory" || object->kind == "atomic") {
            if (object->kind == "atomic" && !names.contains(object->id))
                if (std::string name = name_in_source(*object, frames, places); !name.empty()) names[object->id] = name;
            variables[object->id].add(event, frames, places);
        } else if (!names.contains(object->id)) {
            if (std::string name = name_in_source(*object, frames, places); !name.empty()) names[object->id] = name;
        }
    }
    for (const auto& [id, variable] : variables)
        if (!names.contains(id))
            if (std::string name = variable.name(); !name.empty()) names[id] = name;
    return names;
}

// Numbers those without a name, and those that share one.
void make_unique(Failure& failure) {
    std::map<std::string, int> nameless;
    for (ObjectSeen& object : failure.objects) {
        if (!object.shown.empty()) continue;
        object.numbered = true;
        if (object.kind == "output") {
            object.shown = "standard output";
        } else {
            const std::string noun = noun_of(object.kind);
            object.shown = noun + " " + std::to_string(++nameless[noun]);
        }
    }
    std::map<std::string, int> uses;
    for (const ObjectSeen& object : failure.objects) ++uses[object.shown];
    std::map<std::string, int> given;
    for (ObjectSeen& object : failure.objects)
        if (const std::string name = object.shown; uses[name] > 1 && object.kind != "output")
            object.shown = name + " #" + std::to_string(++given[name]);
}

}  // namespace

void name_objects(Failure& failure, Places& places, DebugInfo& debug_info, std::uint64_t base) {
    const auto names = names_in_source(failure, places);
    for (ObjectSeen& object : failure.objects) {
        object.shown = object.name.value_or("");
        if (object.shown.empty() && object.address > base) object.shown = debug_info.variable_at(object.address - base);
        if (object.shown.empty())
            if (const auto found = names.find(object.id); found != names.end()) object.shown = found->second;
    }
    make_unique(failure);
}

void number_objects(Failure& failure) {
    for (ObjectSeen& object : failure.objects) object.shown = object.name.value_or("");
    make_unique(failure);
}

}  // namespace lab::symbols
