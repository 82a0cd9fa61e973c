// observed.cpp: frames to values, and the comparisons.
#include "observed.hpp"

#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace programs {
namespace {

using Json = nlohmann::ordered_json;

std::string listed(const std::set<std::string>& texts, const char* separator, bool quote) {
    std::string result;
    for (const auto& text : texts) result += (result.empty() ? "" : separator) + (quote ? quoted(text) : text);
    return result;
}

std::vector<ObservedOutput> outputs_of(const Json& json) {
    std::vector<ObservedOutput> outputs;
    for (const Json& output : json)
        outputs.push_back({output.at("text"), output.at("exit"), output.value("schedule", "")});
    return outputs;
}

ObservedFailure failure_of(const Json& json) {
    ObservedFailure failure;
    failure.kind = json.at("kind").get<std::string>();
    failure.message = json.value("message", "");
    failure.schedule = json.value("schedule", "");
    if (const Json& then = json.at("consequence"); !then.is_null())
        failure.consequence = {then.at("kind"), then.at("schedule"), outputs_of(then.at("outputs"))};
    for (Json event : json.at("trace")) {
        event.erase("stack");
        failure.trace.push_back(event.dump());
    }
    return failure;
}

Observed observed_of(const Json& json) {
    Observed observed;
    observed.document = json.dump();
    observed.interleavings = json.at("interleavings").get<long>();
    if (const auto first = json.find("first_failure"); first != json.end() && !first->is_null())
        observed.first_failure = first->get<long>();
    observed.complete = json.at("complete").get<bool>();
    observed.outputs_cut = json.value("outputs_cut", false);
    observed.outputs = outputs_of(json.at("outputs"));
    if (!json.at("failure").is_null()) observed.failure = failure_of(json.at("failure"));
    return observed;
}

std::set<std::string> texts_of(const Observed& observed) {
    std::set<std::string> texts;
    for (const auto& output : observed.outputs) texts.insert(output.text);
    return texts;
}

std::string shown(const std::optional<ObservedFailure>& failure) {
    return failure ? failure->kind + " (" + failure->message + ")" : "no failure";
}

}  // namespace

Observed read_frames(const std::string& lines) {
    std::istringstream in(lines);
    std::optional<Observed> result;
    std::string order;  // first letters of "begin", "case_begin", "case_end", "end"
    for (std::string line; std::getline(in, line);) {
        Json frame;
        try {
            frame = Json::parse(line);
            auto type = frame.at("type").get<std::string>();
            order += type == "case_begin" ? "(" : type == "case_end" ? ")" : type.substr(0, 1);
            if (type == "case_end" && frame.at("name") == "program") result = observed_of(frame);
        } catch (const Json::exception& error) {
            throw std::runtime_error(std::string("not a frame: ") + error.what() + " in " +
                                     quoted(line.substr(0, 200)));
        }
    }
    if (order != "b()e" || !result)
        throw std::runtime_error("frames in another order than begin, case_begin, case_end, end: \"" + order + "\"");
    return *result;
}

std::vector<std::string> differences(const Program& program, const Observed& observed) {
    std::vector<std::string> found;
    auto seen = texts_of(observed);
    bool no_failure_expected = program.expected.count("passed") || program.expected.count("nondeterministic");
    if (observed.failure) {
        if (!program.expected.count(observed.failure->kind))
            found.push_back("expected " + listed(program.expected, " or ", false) + ", found " +
                            shown(observed.failure));
        if (observed.failure->schedule.empty()) found.push_back("the failure has no schedule");
        if (observed.failure->message.empty()) found.push_back("the failure has no message");
        if (observed.failure->trace.empty()) found.push_back("the failure has no trace");
        const auto& then = observed.failure->consequence;
        const std::string came = !then                      ? "nothing"
                                 : then->kind != "none"     ? then->kind
                                 : then->outputs.size() > 1 ? "outputs"
                                                            : "one output";
        if (!program.then.empty() && program.then != came)
            found.push_back("expected " + program.then + " to come of the race, found " + came);
        return found;
    }
    std::string extent =
        " in " + std::to_string(observed.interleavings) + " interleavings" + (observed.complete ? " (complete)" : "");
    if (!no_failure_expected) {
        found.push_back("expected " + listed(program.expected, " or ", false) + ", found nothing" + extent);
        return found;
    }
    if (program.outputs && seen != *program.outputs) {
        std::set<std::string> missing, unknown;
        for (const auto& text : *program.outputs)
            if (!seen.count(text)) missing.insert(text);
        for (const auto& text : seen)
            if (!program.outputs->count(text)) unknown.insert(text);
        if (!missing.empty()) found.push_back("outputs not found" + extent + ": " + listed(missing, ", ", true));
        if (!unknown.empty()) found.push_back("outputs not expected: " + listed(unknown, ", ", true));
    }
    if (program.expected.count("nondeterministic") && seen.size() < 2)
        found.push_back("expected different outputs, found " + listed(seen, ", ", true) + extent);
    for (const auto& output : observed.outputs)
        if (output.exit != 0) found.push_back("main returned " + std::to_string(output.exit));
    if (observed.interleavings <= 0) found.push_back("no interleaving was explored");
    return found;
}

std::vector<std::string> failure_differences(const Observed& first, const Observed& replayed) {
    if (!replayed.failure || replayed.failure->kind != first.failure->kind)
        return {"the replay shows " + shown(replayed.failure) + " instead of " + first.failure->kind};
    const auto &a = first.failure->trace, &b = replayed.failure->trace;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        if (a[i] != b[i]) return {"the replay's steps differ: " + b[i] + " instead of " + a[i]};
    if (a.size() != b.size())
        return {"the replay has " + std::to_string(b.size()) + " events instead of " + std::to_string(a.size())};
    if (first.failure->message != replayed.failure->message)
        return {"the replay says " + quoted(replayed.failure->message) + " instead of " +
                quoted(first.failure->message)};
    return {};
}

std::vector<std::string> consequence_differences(const ObservedConsequence& first, const Observed& replayed) {
    if (!replayed.failure || replayed.failure->kind != first.kind)
        return {"the replay of what comes of the race shows " + shown(replayed.failure) + " instead of " + first.kind};
    return {};
}

std::vector<std::string> output_differences(const ObservedOutput& expected, const Observed& replayed) {
    if (!replayed.failure || replayed.failure->kind != "none")
        return {"the replay of an output shows " + shown(replayed.failure)};
    if (replayed.failure->trace.empty()) return {"the replay of an output has no trace"};
    auto texts = texts_of(replayed);
    if (texts != std::set<std::string>{expected.text})
        return {"the replay of " + quoted(expected.text) + " writes " + listed(texts, ", ", true)};
    return {};
}

}  // namespace programs
