// json.cpp: the only file that makes JSON of results.
#include "report/json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace lab::report {
namespace {

using Json = nlohmann::ordered_json;
using judge::CaseResult;
using judge::Result;
using judge::Step;

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

template <class Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json make(const Step& step) {
    Json json;
    json["index"] = step.index;
    json["step"] = or_null(step.step);
    json["thread"] = step.thread;
    json["operation"] = step.operation;
    json["object"] = or_null(step.object);
    json["object_kind"] = or_null(step.object_kind);
    json["value"] = or_null(step.value);
    json["file"] = or_null(step.file);
    json["line"] = step.line > 0 ? Json(step.line) : Json(nullptr);
    json["source"] = or_null(step.source);
    json["holds"] = step.holds;
    json["blocks"] = step.blocks;
    json["held_by"] = or_null(step.holder);
    json["note"] = or_null(step.note);
    json["key"] = step.key;
    return json;
}

Json make(const judge::ThreadEnd& thread) {
    Json json;
    json["id"] = thread.id;
    json["name"] = thread.name;
    json["state"] = thread.state;
    json["waits_for"] = or_null(thread.waits_for);
    json["file"] = or_null(thread.file);
    json["line"] = thread.line > 0 ? Json(thread.line) : Json(nullptr);
    return json;
}

Json make(const std::optional<judge::Diagnosis>& diagnosis) {
    if (!diagnosis) return nullptr;
    Json json;
    json["id"] = diagnosis->id;
    json["title"] = diagnosis->title;
    json["sentence"] = diagnosis->sentence;
    json["lesson"] = or_null(diagnosis->lesson);
    json["hint"] = diagnosis->hint;
    return json;
}

Json make(const std::optional<judge::Consequence>& consequence) {
    if (!consequence) return nullptr;
    Json json;
    json["verdict"] = name(consequence->verdict);
    json["message"] = consequence->message;
    json["schedule"] = consequence->schedule;
    json["cycle"] = or_null(consequence->cycle);
    json["expected"] = or_null(consequence->expected);
    json["actual"] = or_null(consequence->actual);
    json["threads"] = Json::array();
    for (const judge::ThreadEnd& thread : consequence->threads) json["threads"].push_back(make(thread));
    json["trace"] = Json::array();
    for (const Step& step : consequence->trace) json["trace"].push_back(make(step));
    return json;
}

Json make(const CaseResult& item) {
    Json json;
    json["name"] = item.name;
    json["kind"] = item.kind;
    json["verdict"] = name(item.verdict);
    json["message"] = or_null(item.message);
    json["advice"] = or_null(item.advice);
    json["diagnosis"] = make(item.diagnosis);
    json["interleavings"] = item.coverage.interleavings;
    json["complete"] = item.coverage.complete;
    json["preemption_bound"] = or_null(item.coverage.preemption_bound);
    json["failed"] = item.failed;
    json["distinct_outputs"] = item.distinct_outputs;
    json["first_failure"] = or_null(item.first_failure);
    json["native_only"] = item.native_only;
    json["schedule"] = or_null(item.schedule);
    json["cycle"] = or_null(item.cycle);
    json["expected"] = or_null(item.expected);
    json["actual"] = or_null(item.actual);
    json["consequence"] = make(item.consequence);
    json["outputs"] = Json::array();
    for (const judge::Output& output : item.outputs)
        json["outputs"].push_back({{"text", output.text},
                                   {"exit", output.exit},
                                   {"interleavings", output.count},
                                   {"schedule", or_null(output.schedule)}});
    json["outputs_cut"] = item.outputs_cut;
    json["threads"] = Json::array();
    for (const judge::ThreadEnd& thread : item.threads) json["threads"].push_back(make(thread));
    json["trace"] = Json::array();
    for (const Step& step : item.trace) json["trace"].push_back(make(step));
    return json;
}

Json make(const Result& result) {
    Json json;
    json["schema"] = "checker/result/v1";
    json["lesson"] = or_null(result.lesson);
    json["title"] = or_null(result.title);
    json["verdict"] = name(result.verdict);
    json["phrase"] = phrase(result.verdict);
    json["passed"] = result.passed();
    json["beneath"] = result.beneath ? Json(name(*result.beneath)) : Json(nullptr);
    json["message"] = or_null(result.message);
    json["diagnosis"] = make(result.diagnosis);
    json["hand_in"] = or_null(result.hand_in);
    json["source_sha256"] = or_null(result.source_sha256);
    json["toolchain"] = or_null(result.toolchain);
    json["seconds"] = std::round(result.seconds * 1000) / 1000;
    json["cases"] = Json::array();
    for (const CaseResult& item : result.cases) json["cases"].push_back(make(item));
    json["stress"] = {{"runs", result.stress.runs}, {"failures", result.stress.failures}};
    json["diagnostics"] = or_null(result.diagnostics);
    return json;
}

std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string json(const Result& result) { return dump(make(result)); }

std::string json(const CaseResult& item) { return dump(make(item)); }

std::string json(const std::vector<Result>& results) {
    Json list = Json::array();
    for (const Result& result : results) list.push_back(make(result));
    return dump(list);
}

}  // namespace lab::report
