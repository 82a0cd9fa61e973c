// frames.cpp: frames into JSON.
#include "frames.hpp"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace interleave::runner {
namespace {

using json = nlohmann::ordered_json;

std::string line(const json& document) {
    return document.dump(-1, ' ', /*ensure_ascii=*/false, json::error_handler_t::replace);
}

std::string hexadecimal(std::uintptr_t address) {
    char text[2 + 2 * sizeof address + 1];
    std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(address));
    return text;
}

json addresses(const std::vector<std::uintptr_t>& stack) {
    json list = json::array();
    for (std::uintptr_t address : stack) list.push_back(hexadecimal(address));
    return list;
}

template <class Value>
json or_null(const std::optional<Value>& value) {
    return value ? json(*value) : json(nullptr);
}

json make(const OutputSeen& output) {
    return {{"text", output.text}, {"count", output.count}, {"exit", output.exit}, {"schedule", output.schedule}};
}

json make(const FailedCheck& check) {
    json object = {{"expression", check.expression},
                   {"expansion", check.expansion},
                   {"macro", check.macro},
                   {"file", check.file},
                   {"line", check.line}};
    if (!check.context.empty()) object["context"] = check.context;
    return object;
}

json make(const ThreadInfo& thread) {
    json object = {{"id", thread.id},
                   {"name", thread.name},
                   {"state", thread.state},
                   {"waits_for", or_null(thread.waits_for)},
                   {"waits_for_thread", or_null(thread.waits_for_thread)},
                   {"stack", addresses(thread.stack)}};
    if (thread.next) object["next"] = *thread.next;
    if (thread.next_object) object["next_object"] = *thread.next_object;
    return object;
}

json make(const ObjectInfo& info) {
    return {{"id", info.id},
            {"kind", info.kind},
            {"address", hexadecimal(info.address)},
            {"size", info.size},
            {"name", or_null(info.name)},
            {"holder", or_null(info.holder)},
            {"state", info.state},
            {"storage", info.storage.empty() ? json(nullptr) : json(info.storage)},
            {"thread", or_null(info.thread)},
            {"frame", hexadecimal(info.frame)},
            {"frame_entry", hexadecimal(info.frame_entry)},
            {"frame_pc", hexadecimal(info.frame_pc)},
            {"offset", info.offset}};
}

json make(const TraceEvent& event) {
    return {{"index", event.index},
            {"step", or_null(event.step)},
            {"thread", event.thread},
            {"op", event.op},
            {"object", or_null(event.object)},
            {"value", or_null(event.value)},
            {"bits", event.bits ? json(hexadecimal(*event.bits)) : json(nullptr)},
            {"stack", addresses(event.stack)},
            {"holds", event.holds},
            {"blocks", event.blocks},
            {"note", or_null(event.note)}};
}

json make(const Choice& choice) { return {{"thread", choice.thread}, {"kind", choice.kind}}; }

json make(const Race& race) { return {{"object", race.object}, {"first", race.first}, {"second", race.second}}; }

template <class Value>
json make_list(const std::vector<Value>& values) {
    json list = json::array();
    for (const Value& value : values) list.push_back(make(value));
    return list;
}

json make(const Consequence& consequence) {
    return {{"kind", consequence.kind},
            {"schedule", consequence.schedule},
            {"outputs", make_list(consequence.outputs)},
            {"interleavings", consequence.interleavings}};
}

json make(const Failure& failure) {
    json object = {{"kind", failure.kind},
                   {"message", failure.message},
                   {"schedule", failure.schedule},
                   {"signal", or_null(failure.signal)},
                   {"exit", or_null(failure.exit)},
                   {"what", or_null(failure.what)},
                   {"check", failure.check ? make(*failure.check) : json(nullptr)},
                   {"output", failure.output},
                   {"threads", make_list(failure.threads)},
                   {"objects", make_list(failure.objects)},
                   {"cycle", failure.cycle},
                   {"race", failure.race ? make(*failure.race) : json(nullptr)},
                   {"trace", make_list(failure.trace)},
                   {"after", make_list(failure.after)},
                   {"consequence", failure.consequence ? make(*failure.consequence) : json(nullptr)}};
    if (failure.position)
        object["position"] = {{"choices", make_list(failure.position->choices)}, {"values", failure.position->values}};
    if (failure.diverged) object["diverged"] = true;
    if (failure.steps) object["steps"] = *failure.steps;
    return object;
}

}  // namespace

std::string to_json(const Begin& frame) {
    return line({{"type", "begin"},
                 {"backend", frame.backend},
                 {"base", hexadecimal(frame.base)},
                 {"executable", frame.executable},
                 {"cases", frame.cases}});
}

std::string to_json(const CaseBegin& frame) {
    return line({{"type", "case_begin"},
                 {"name", frame.name},
                 {"kind", frame.kind},
                 {"file", frame.file},
                 {"line", frame.line}});
}

std::string to_json(const CaseEnd& frame) {
    json object = {{"type", "case_end"},
                   {"name", frame.name},
                   {"kind", frame.kind},
                   {"interleavings", frame.interleavings},
                   {"redundant", frame.redundant},
                   {"complete", frame.complete},
                   {"preemption_bound", or_null(frame.preemption_bound)},
                   {"passed", frame.passed},
                   {"failed", frame.failed},
                   {"first_failure", or_null(frame.first_failure)},
                   {"reached", or_null(frame.reached)},
                   {"outputs", make_list(frame.outputs)}};
    if (frame.outputs_cut) object["outputs_cut"] = true;
    object["failure"] = frame.failure ? make(*frame.failure) : json(nullptr);
    return line(object);
}

std::string to_json(const End& frame) {
    json object = {{"type", "end"}};
    if (frame.skipped) object["skipped"] = true;
    if (!frame.shared_names.empty()) object["shared_names"] = frame.shared_names;
    return line(object);
}

}  // namespace interleave::runner
