// sarif.cpp: the only file that makes SARIF of results.
#include "report/sarif.hpp"

#include "report/escape.hpp"
#include "report/operation.hpp"
#include "report/rows.hpp"
#include "report/text.hpp"
#include "report/visible.hpp"
#include "report/waits.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace lab::report {
namespace {

using Json = nlohmann::ordered_json;
using judge::CaseResult;
using judge::Result;
using judge::Verdict;

// Text of a file, as it is.
Json content(const std::string& text) { return {{"text", visible(text, true)}}; }

// A message. In messages, single braces are placeholders (3.11.5), and "[...](...)" is a link (3.11.6).
Json text_of(const std::string& text) {
    std::string escaped;
    for (const char character : visible(text, true)) {
        if (character == '{' || character == '}') escaped += character;
        if (character == '(' && escaped.ends_with(']')) escaped += ' ';
        escaped += character;
    }
    return {{"text", std::move(escaped)}};
}

class Writer {
public:
    Writer(const Result& result, const std::vector<Source>& sources) : result_(result), sources_(sources) {}

    Json document() {
        Json results = Json::array();
        for (const CaseResult& item : result_.cases)
            if (item.verdict != Verdict::passed) results.push_back(failure(item));
        if (results.empty() && !result_.passed()) results.push_back(whole());
        Json rules = Json::array();
        for (const Verdict verdict : judge::all_verdicts())
            if (rules_.contains(verdict))
                rules.push_back(
                    {{"id", judge::name(verdict)}, {"shortDescription", text_of(std::string(phrase(verdict)))}});
        Json run;
        run["tool"]["driver"] = {{"name", "checker"}, {"rules", std::move(rules)}};
        run["columnKind"] = "unicodeCodePoints";
        run["results"] = std::move(results);
        run["properties"] = {{"lesson", result_.lesson},
                             {"verdict", judge::name(result_.verdict)},
                             {"toolchain", visible(result_.toolchain)}};
        Json document;
        document["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
        document["version"] = "2.1.0";
        document["runs"] = Json::array({std::move(run)});
        return document;
    }

private:
    Json artifact(const std::string& file) const {
        for (const Source& source : sources_)
            if (source.name == file) return {{"uri", uri(source.path)}};
        return {{"uri", uri(file)}};
    }

    static std::string uri(const std::string& path) {
        return (path.starts_with('/') ? "file://" : "") + uri_path(path);
    }

    Json place(const std::string& file, int line, const std::string& source) const {
        Json place;
        place["artifactLocation"] = artifact(file);
        if (line < 1) return place;
        place["region"]["startLine"] = line;
        if (!source.empty()) place["region"]["snippet"] = content(source);
        return place;
    }

    // Where a reader should look first: the last step that the message is about.
    Json locations(const CaseResult& item) const {
        const judge::Step* best = nullptr;
        for (const judge::Step& step : item.trace)
            if (!step.file.empty() && (step.key || best == nullptr || !best->key)) best = &step;
        if (best != nullptr) return Json::array({{{"physicalLocation", place(best->file, best->line, best->source)}}});
        return first_file();
    }

    Json first_file() const {
        for (const Source& source : sources_)
            if (source.hand_in)
                return Json::array({{{"physicalLocation", {{"artifactLocation", artifact(source.name)}}}}});
        return Json::array();
    }

    Json step(const CaseResult& item, const Row& row, int order) const {
        const judge::Step& last = item.trace[row.last_step];
        Json location;
        if (!row.file.empty()) location["physicalLocation"] = place(last.file, last.line, last.source);
        location["message"] = text_of(std::to_string(order) + ": " + thread_name(item, row.thread) + " " + row.text);
        Json json;
        json["location"] = std::move(location);
        json["executionOrder"] = order;
        json["importance"] = row.key ? "essential" : "important";
        Json state = Json::object();
        for (std::size_t at = row.first_step; at <= row.last_step; ++at)
            if (const judge::Step& seen = item.trace[at];
                seen.thread == row.thread && !seen.value.empty() && !seen.object.empty())
                state[visible(seen.object)] = text_of(seen.value);
        std::string holds;
        for (const std::string& lock : last.holds) holds += (holds.empty() ? "" : ", ") + lock;
        if (!holds.empty()) state["holds"] = text_of(holds);
        if (!state.empty()) json["state"] = std::move(state);
        return json;
    }

    // The failing interleaving, and what can come of it.
    Json code_flows(const CaseResult& item) const {
        Json flows = Json::array();
        if (Json flow = code_flow(item); !flow.empty()) flows.push_back(std::move(flow));
        if (!item.consequence) return flows;
        if (Json flow = code_flow(as_case(*item.consequence)); !flow.empty()) {
            flow["message"] = text_of("What can come of it: " + item.consequence->message);
            flows.push_back(std::move(flow));
        }
        return flows;
    }

    Json code_flow(const CaseResult& item) const {
        const Rows picked = pick_rows(item);
        std::map<int, Json> flows;
        int order = 0;
        for (const Row& row : picked.rows) {
            Json& locations = flows.try_emplace(row.thread, Json::array()).first->second;
            locations.push_back(step(item, row, ++order));
        }
        Json list = Json::array();
        for (auto& [thread, locations] : flows)
            list.push_back({{"id", visible(thread_name(item, thread))}, {"locations", std::move(locations)}});
        if (list.empty()) return Json::object();
        return {{"threadFlows", std::move(list)}};
    }

    static const char* level_of(Verdict verdict) {
        return verdict == Verdict::unfinished || verdict == Verdict::inconclusive ? "warning" : "error";
    }

    Json failure(const CaseResult& item) {
        rules_[item.verdict] = true;
        Json json;
        json["ruleId"] = judge::name(item.verdict);
        json["level"] = level_of(item.verdict);
        std::string message =
            "In \"" + (item.kind == "program" ? "the program, main()" : item.name) + "\": " + item.message;
        if (!item.cycle.empty()) message += " " + item.cycle + ".";
        if (const std::string replay = replay_command(result_, item.schedule); !replay.empty())
            message += "\nReplay: " + replay;
        json["message"] = text_of(message);
        json["locations"] = locations(item);
        if (!item.schedule.empty()) json["partialFingerprints"] = {{"schedule/v1", visible(item.schedule)}};
        if (Json flows = code_flows(item); !flows.empty()) json["codeFlows"] = std::move(flows);
        json["properties"] = {{"case", visible(item.name)},
                              {"interleavings", item.coverage.interleavings},
                              {"failed", item.failed},
                              {"complete", item.coverage.complete}};
        return json;
    }

    // What is said of the hand-in as a whole: it does not build, it uses what is not allowed, ...
    Json whole() {
        rules_[result_.verdict] = true;
        Json json;
        json["ruleId"] = judge::name(result_.verdict);
        json["level"] = level_of(result_.verdict);
        std::string message = result_.message.empty() ? std::string(phrase(result_.verdict)) : result_.message;
        if (!result_.diagnostics.empty()) message += "\n" + result_.diagnostics.substr(0, 4000);
        json["message"] = text_of(message);
        json["locations"] = first_file();
        return json;
    }

    const Result& result_;
    const std::vector<Source>& sources_;
    std::map<Verdict, bool> rules_;
};

}  // namespace

std::string sarif(const Result& result, const std::vector<Source>& sources) {
    return Writer(result, sources).document().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace lab::report
