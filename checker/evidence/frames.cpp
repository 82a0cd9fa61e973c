// frames.cpp: the JSON of the frames into evidence; every field is checked, nothing throws out of here.
#include "evidence/collect.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <limits>

namespace lab::evidence {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_text = 256U << 10;  // of any one string; a flood is shown by its beginning
constexpr std::size_t longest_list = 100'000;

// The member of that name, or null.
const Json& member(const Json& object, const char* name) {
    static const Json null;
    if (!object.is_object()) return null;
    const auto found = object.find(name);
    return found == object.end() ? null : *found;
}

std::string text(const Json& object, const char* name) {
    const Json& value = member(object, name);
    if (!value.is_string()) return {};
    return value.get_ref<const std::string&>().substr(0, longest_text);
}

std::optional<std::string> optional_text(const Json& object, const char* name) {
    if (!member(object, name).is_string()) return std::nullopt;
    return text(object, name);
}

template <class Number = int>
std::optional<Number> optional_number(const Json& object, const char* name) {
    const Json& value = member(object, name);
    if (!value.is_number_integer()) return std::nullopt;
    if (value.is_number_unsigned()) {
        if (value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<Number>::max()))
            return std::nullopt;
    } else if (value.get<std::int64_t>() < static_cast<std::int64_t>(std::numeric_limits<Number>::min())) {
        return std::nullopt;
    }
    return static_cast<Number>(value.get<std::int64_t>());
}

template <class Number = int>
Number number(const Json& object, const char* name) {
    return optional_number<Number>(object, name).value_or(0);
}

bool flag(const Json& object, const char* name) {
    const Json& value = member(object, name);
    return value.is_boolean() && value.get<bool>();
}

std::uint64_t address(const Json& value) {
    if (value.is_number_unsigned()) return value.get<std::uint64_t>();
    if (!value.is_string()) return 0;
    return std::strtoull(value.get_ref<const std::string&>().c_str(), nullptr, 0);
}

// The list of that name, each item read by `read`; empty if there is none.
template <class Read>
auto list(const Json& object, const char* name, Read read) {
    std::vector<decltype(read(object))> result;
    const Json& value = member(object, name);
    if (!value.is_array()) return result;
    for (const Json& item : value) {
        if (result.size() >= longest_list) break;
        result.push_back(read(item));
    }
    return result;
}

int as_int(const Json& value) {
    if (!value.is_number_integer()) return -1;
    const auto wide = value.get<std::int64_t>();
    return wide < 0 || wide > std::numeric_limits<int>::max() ? -1 : static_cast<int>(wide);
}

std::string as_text(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

OutputSeen read_output(const Json& json) {
    return {text(json, "text"), number<std::int64_t>(json, "count"), number(json, "exit"), text(json, "schedule")};
}

ThreadSeen read_thread(const Json& json) {
    ThreadSeen thread;
    thread.id = number(json, "id");
    thread.name = text(json, "name");
    thread.state = text(json, "state");
    thread.waits_for = optional_number(json, "waits_for");
    thread.waits_for_thread = optional_number(json, "waits_for_thread");
    thread.stack = list(json, "stack", address);
    thread.next = optional_text(json, "next");
    thread.next_object = optional_number(json, "next_object");
    return thread;
}

ObjectSeen read_object(const Json& json) {
    ObjectSeen object;
    object.id = number(json, "id");
    object.kind = text(json, "kind");
    object.address = address(member(json, "address"));
    object.size =
        number<std::int64_t>(json, "size") < 0 ? 0 : static_cast<std::uint64_t>(number<std::int64_t>(json, "size"));
    object.name = optional_text(json, "name");
    object.holder = optional_number(json, "holder");
    object.state = text(json, "state");
    object.storage = text(json, "storage");
    object.thread = optional_number(json, "thread");
    object.frame = address(member(json, "frame"));
    object.frame_entry = address(member(json, "frame_entry"));
    object.frame_pc = address(member(json, "frame_pc"));
    object.offset = address(member(json, "offset"));
    return object;
}

Event read_event(const Json& json) {
    Event event;
    event.index = number(json, "index");
    event.step = optional_number(json, "step");
    event.thread = number(json, "thread");
    event.op = text(json, "op");
    event.object = optional_number(json, "object");
    event.value = optional_text(json, "value");
    if (const Json& value = member(json, "value"); value.is_number()) event.value = value.dump();
    if (const Json& bits = member(json, "bits"); bits.is_string()) event.bits = address(bits);
    event.stack = list(json, "stack", address);
    event.holds = list(json, "holds", as_int);
    event.blocks = flag(json, "blocks");
    event.note = optional_text(json, "note");
    return event;
}

Choice read_choice(const Json& json) { return {number(json, "thread"), text(json, "kind")}; }

Failure read_failure(const Json& json) {
    Failure failure;
    failure.kind = text(json, "kind");
    failure.message = text(json, "message");
    failure.schedule = text(json, "schedule");
    failure.signal = optional_number(json, "signal");
    failure.exit = optional_number(json, "exit");
    failure.what = optional_text(json, "what");
    if (const Json& check = member(json, "check"); check.is_object())
        failure.check = FailedCheck{text(check, "expression"), text(check, "expansion"), text(check, "macro"),
                                    text(check, "file"),       number(check, "line"),    text(check, "context")};
    failure.output = text(json, "output");
    failure.threads = list(json, "threads", read_thread);
    failure.objects = list(json, "objects", read_object);
    failure.cycle = list(json, "cycle", as_int);
    failure.trace = list(json, "trace", read_event);
    failure.after = list(json, "after", read_event);
    if (const Json& then = member(json, "consequence"); then.is_object())
        failure.consequence =
            Consequence{text(then, "kind"), text(then, "schedule"), list(then, "outputs", read_output),
                        number<std::int64_t>(then, "interleavings")};
    if (const Json& race = member(json, "race"); race.is_object())
        failure.race = Race{number(race, "object"), number(race, "first"), number(race, "second")};
    if (const Json& position = member(json, "position"); position.is_object())
        failure.position = Position{list(position, "choices", read_choice), std::max(number(position, "values"), 1)};
    failure.diverged = flag(json, "diverged");
    failure.steps = optional_number(json, "steps");
    return failure;
}

void read_case_end(const Json& json, CaseSeen& result) {
    result.kind = text(json, "kind");
    result.finished = true;
    result.interleavings = number<std::int64_t>(json, "interleavings");
    result.complete = flag(json, "complete");
    result.preemption_bound = optional_number(json, "preemption_bound");
    result.passed = number<std::int64_t>(json, "passed");
    result.failed = number<std::int64_t>(json, "failed");
    result.first_failure = optional_number<std::int64_t>(json, "first_failure");
    if (member(json, "reached").is_boolean()) result.reached = flag(json, "reached");
    result.outputs = list(json, "outputs", read_output);
    result.outputs_cut = flag(json, "outputs_cut");
    if (const Json& failure = member(json, "failure"); failure.is_object()) result.failure = read_failure(failure);
}

CaseSeen& case_of_name(Evidence& evidence, const std::string& name) {
    for (CaseSeen& item : evidence.cases)
        if (item.name == name) return item;
    evidence.cases.emplace_back().name = name;
    return evidence.cases.back();
}

// The order in which a back end tells: begin; for each announced case its begin and its end; end.
bool fits(const std::string& type, const Json& json, const Evidence& evidence) {
    if (evidence.ended) return false;
    if (type == "begin") return evidence.backend.empty();
    if (type == "end") return evidence.open_case() == nullptr;
    const std::string name = text(json, "name");
    if (type == "case_begin")
        return evidence.open_case() == nullptr && evidence.find(name) == nullptr &&
               std::find(evidence.announced.begin(), evidence.announced.end(), name) != evidence.announced.end();
    const CaseSeen* open = evidence.open_case();
    return open != nullptr && open->name == name;
}

void read_frame(const std::string& frame, Evidence& evidence) {
    const Json json = Json::parse(frame, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) {
        evidence.tampered = true;
        evidence.oddities.push_back("a result that is no JSON: " + frame.substr(0, 60));
        return;
    }
    const std::string type = text(json, "type");
    if (!fits(type, json, evidence)) evidence.tampered = true;
    if (type == "begin") {
        evidence.backend = text(json, "backend");
        evidence.base = address(member(json, "base"));
        evidence.executable = text(json, "executable");
        evidence.announced = list(json, "cases", as_text);
    } else if (type == "case_begin") {
        CaseSeen& item = case_of_name(evidence, text(json, "name"));
        item.kind = text(json, "kind");
        item.file = text(json, "file");
        item.line = number(json, "line");
    } else if (type == "case_end") {
        read_case_end(json, case_of_name(evidence, text(json, "name")));
    } else if (type == "end") {
        evidence.ended = true;
        evidence.skipped = flag(json, "skipped");
        evidence.shared_names = list(json, "shared_names", as_text);
    } else {
        evidence.oddities.push_back("a result of unknown type: " + type.substr(0, 60));
    }
}

}  // namespace

Evidence parse_frames(const std::vector<std::string>& frames) {
    Evidence evidence;
    for (const std::string& frame : frames) {
        if (evidence.oddities.size() >= 20) break;
        try {
            read_frame(frame, evidence);
        } catch (const std::exception& error) {
            evidence.oddities.push_back(std::string("a result that cannot be read: ") + error.what());
        }
    }
    return evidence;
}

}  // namespace lab::evidence
