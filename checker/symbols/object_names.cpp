// object_names.cpp: names from the check, from globals, from the source lines that use an object; else numbers.
#include "symbols/object_names.hpp"

#include "symbols/expression.hpp"
#include "symbols/values.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <set>
#include <tuple>

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

// Finds names of locks. One line may lock several: the order in which a thread meets them there tells which is which.
class LockNames {
public:
    // To be called for every event on a lock, in order.
    std::string name(const Event& event, const Frame& frame, Places& places) {
        const std::string code = places.code(frame);
        const auto declared = locked_by_declaration(code);
        if (!declared.empty()) {
            Visit& visit = visits_[event.thread];
            if (visit.source != frame.source || visit.line != frame.line) visit = {frame.source, frame.line, {}};
            auto met = std::find(visit.objects.begin(), visit.objects.end(), *event.object);
            if (met == visit.objects.end()) met = visit.objects.insert(met, *event.object);
            const auto place = static_cast<std::size_t>(met - visit.objects.begin());
            return place < declared.size() ? declared[place] : std::string();
        }
        std::string object = receiver_of(code, locking_functions());
        if (object.empty()) object = first_argument_of(code, {"wait", "wait_for", "wait_until"});
        if (object.empty()) return {};
        const std::string mutex = mutex_of_lock_object(places.all_code(frame), object);
        return mutex.empty() ? object : mutex;
    }

    // The thread has done something that is no matter of locks: what follows is a new visit to a line.
    void leave(evidence::ThreadId thread) { visits_.erase(thread); }

private:
    struct Visit {
        const SourceFile* source = nullptr;
        int line = 0;
        std::vector<evidence::ObjectId> objects;
    };
    std::map<evidence::ThreadId, Visit> visits_;
};

// What a line holds of a lambda that begins in it: behind the first brace after the capture list.
std::string lambda_body(const std::string& code) {
    const std::size_t captures = code.find(']');
    const std::size_t brace = captures == std::string::npos ? captures : code.find('{', captures);
    return brace == std::string::npos ? code : code.substr(brace + 1);
}

// What the lines that touch a piece of memory call it: the name that most of them have in common.
class VariableName {
public:
    void add(const Event& event, const std::vector<Frame>& frames, Places& places) {
        // The innermost line that names anything; lines of a given class may not.
        for (std::size_t depth = 0; depth < frames.size(); ++depth) {
            const bool direct = depth == 0 && frames[0].innermost;
            const std::set<std::string> names = names_in(event, frames[depth], direct, places);
            if (names.empty()) continue;
            touched_directly_ = touched_directly_ || direct;
            if (!seen_.insert({frames[depth].source, frames[depth].line, event.op == "write"}).second) return;
            for (const std::string& name : names) ++votes_[name].lines;
            if (depth + 1 < frames.size()) add_owner(frames[depth], frames[depth + 1], places);
            return;
        }
    }

    // It lies inside of what the name stands for: an element, or what only code of the standard library touches.
    bool is_part() const { return element_ || !touched_directly_; }
    bool is_opaque() const { return !touched_directly_; }

    // Empty if it is not clear. The owner, if any, is not in it.
    std::string name() const {
        const std::pair<const std::string, Votes>* best = nullptr;
        bool tie = false;
        for (const auto& vote : votes_) {
            if (best != nullptr && vote.second == best->second) tie = true;
            if (best != nullptr && !(vote.second > best->second)) continue;
            best = &vote;
            tie = false;
        }
        if (best == nullptr || tie) return {};
        return best->first;
    }

    // The same with the object of which it is a member, as far as that is known: "queue.items_".
    std::string qualified_name() const {
        const std::string member = name();
        const std::string& owner = declared_.empty() && !several_owners_ ? owner_ : declared_;
        const bool plain = member.find('.') == std::string::npos && member.find("->") == std::string::npos;
        return plain && !member.empty() && !owner.empty() && owner != member ? owner + "." + member : member;
    }

private:
    struct Votes {
        int lines = 0;
        bool targeted = false;  // assigned to by a line that writes
        auto operator<=>(const Votes&) const = default;
    };

    std::set<std::string> names_in(const Event& event, const Frame& frame, bool direct, Places& places) {
        std::string code = places.code(frame);
        if (frame.function == "operator()") code = lambda_body(code);
        const Uses uses = uses_in(code);
        const bool writes = event.op != "read" && event.op != "atomic_load";
        std::set<std::string> names;
        const auto add_name = [&](const std::string& name) {
            const std::size_t index = name.find('[');
            if (index != std::string::npos) element_ = true;
            names.insert(name.substr(0, index));
            if (writes && name == uses.target) votes_[name.substr(0, index)].targeted = true;
        };
        // What the library touches is the object on which it was called, or to which the result is assigned; what it
        // writes where an object is declared lies in that object, unless it takes another one's contents.
        const bool takes = code.find("move(") != std::string::npos || code.find("exchange(") != std::string::npos;
        if (!direct && writes && !uses.target.empty()) {
            add_name(uses.target);
        } else if (!direct && writes && !uses.declared.empty() && !takes) {
            add_name(uses.declared);
        } else {
            if (direct || uses.receivers.empty())
                for (const std::string& name : uses.variables) add_name(name);
            for (const std::string& name : uses.receivers) add_name(name);
        }
        return names;
    }

    // Of a member touched in a member function of a given class: whose it is, as the line that calls the function says.
    void add_owner(const Frame& frame, const Frame& caller, Places& places) {
        if (caller.source == frame.source) return;
        const std::string code = places.code(caller);
        if (const std::string name = declared_as(code, frame.function); !name.empty())
            declared_ = name;  // its constructor
        const std::string receiver = receiver_of_call(code, frame.function);
        if (!owner_.empty() && receiver != owner_) several_owners_ = true;
        if (!receiver.empty()) owner_ = receiver;
    }

    std::map<std::string, Votes> votes_;
    std::set<std::tuple<const SourceFile*, int, bool>> seen_;
    bool touched_directly_ = false;
    bool element_ = false;

    std::string declared_;

    std::string owner_;
    bool several_owners_ = false;
};

// The name that the source gives to an object of one of the other kinds where this event uses it; empty if it is not
// clear.
std::string name_in_source(const ObjectSeen& object, const std::vector<Frame>& frames, Places& places) {
    for (const Frame& frame : frames) {
        std::string name = receiver_of(places.code(frame), functions_of(object.kind));
        if (!name.empty()) return name;
        if (object.kind != "gauge") continue;
        const auto declared = locked_by_declaration(places.code(frame));
        if (!declared.empty()) return declared.front();
    }
    return {};
}

std::map<evidence::ObjectId, std::string> names_in_source(Failure& failure, Places& places) {
    std::map<evidence::ObjectId, std::string> names;
    std::map<evidence::ObjectId, VariableName> variables;
    LockNames locks;
    for (const Event& event : failure.trace) {
        const ObjectSeen* object = event.object ? failure.object(*event.object) : nullptr;
        if (object == nullptr) continue;
        const std::vector<Frame>& frames = places.frames(event.stack);
        if (is_mutex(*object)) {
            bool named = false;
            for (const Frame& frame :
                 frames) {  // where it is locked, which may be a given header; else who asked for that
                const std::string name = locks.name(event, frame, places);
                named = !name.empty();
                if (named) names.emplace(object->id, name);
                if (named) break;
            }
            if (!named) locks.leave(event.thread);

        } else if (object->kind == "memory" || object->kind == "atomic") {
            // The library's own atomics (a shared state's, a stop token's) lie deeper than the functions of
            // std::atomic.
            constexpr std::size_t deepest = 3;
            if (object->kind == "atomic" && (event.calls.empty() || event.calls.front().depth > deepest)) continue;
            if (object->kind == "atomic" && !names.contains(object->id))
                if (std::string name = name_in_source(*object, frames, places); !name.empty()) names[object->id] = name;
            variables[object->id].add(event, frames, places);
        } else if (!names.contains(object->id)) {
            if (std::string name = name_in_source(*object, frames, places); !name.empty()) names[object->id] = name;
        }
    }
    // The owner is named only where it is needed to tell members of several objects apart.
    std::map<std::string, std::set<std::string>> qualified;
    for (const auto& [id, variable] : variables) qualified[variable.name()].insert(variable.qualified_name());
    for (const auto& [id, variable] : variables) {
        const std::string name = variable.name();
        if (names.contains(id) || name.empty()) continue;
        names[id] = qualified[name].size() > 1 ? variable.qualified_name() : name;
    }
    for (ObjectSeen& object : failure.objects) {
        if (object.kind != "memory") continue;
        object.opaque = variables[object.id].is_opaque();
        object.part = names.contains(object.id) && variables[object.id].is_part();
    }

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
    // What the check counts with must not be taken for what it is counting.
    std::map<std::string, std::set<std::string>> kinds;
    for (const ObjectSeen& object : failure.objects) kinds[object.shown].insert(object.kind);
    for (ObjectSeen& object : failure.objects)
        if (object.kind == "gauge" && kinds[object.shown].size() > 1) object.shown += " of the check";
    std::map<std::string, int> uses;
    for (const ObjectSeen& object : failure.objects)
        if (!object.part) ++uses[object.shown];
    std::map<std::string, int> given;
    for (ObjectSeen& object : failure.objects)
        if (const std::string name = object.shown; uses[name] > 1 && object.kind != "output" && !object.part)
            object.shown = name + " #" + std::to_string(++given[name]);
}

KnownVariable known_variable(const ObjectSeen& object, DebugInfo& debug_info, std::uint64_t base) {
    if (object.storage == "thread_local") return debug_info.thread_local_at(object.offset);
    if (object.storage == "stack" && object.frame_entry > base)
        return debug_info.local_at(object.frame_entry - base - 1,
                                   object.frame_pc > base ? object.frame_pc - base - 1 : 0,
                                   static_cast<std::int64_t>(object.address - object.frame));
    if (object.address > base) return debug_info.variable_at(object.address - base);
    return {};
}

}  // namespace

void name_objects(Failure& failure, Places& places, DebugInfo& debug_info, std::uint64_t base) {
    const auto names = names_in_source(failure, places);
    std::map<evidence::ObjectId, KnownVariable> variables;
    for (ObjectSeen& object : failure.objects) {
        KnownVariable known = known_variable(object, debug_info, base);
        const bool internal = known.name.starts_with("__") || known.name.find("._vptr") != std::string::npos;
        if (internal) known = {};  // the implementation's own
        variables[object.id] = known;
        object.is_volatile = known.is_volatile;
        object.shown = object.name.value_or("");
        if (object.shown.empty() && !known.name.empty()) {
            object.shown = known.name;
            // Inside of an object of the library nothing is told apart; its other parts share the name.
            object.part = object.opaque = object.kind == "memory" && known.library;
        }
        if (object.shown.empty())
            if (const auto found = names.find(object.id); found != names.end() && !internal)
                object.shown = found->second;
    }
    make_unique(failure);
    for (Event& event : failure.trace) {
        if (!event.object || !(event.value || event.bits)) continue;
        const auto variable = variables.find(*event.object);
        if (variable == variables.end() || variable->second.name.empty()) {
            if (event.value && is_several_members(event, *event.value)) event.value.reset();
            continue;
        }
        const std::string value = typed_value(event.value.value_or(""), event.bits, variable->second, failure);
        event.value = value.empty() ? std::nullopt : std::optional(value);
    }
}

void number_objects(Failure& failure) {
    for (ObjectSeen& object : failure.objects) object.shown = object.name.value_or("");
    make_unique(failure);
}

}  // namespace lab::symbols
