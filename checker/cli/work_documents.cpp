// work_documents.cpp: JSON for reset, solution, predict and break.
#include "cli/work_documents.hpp"

#include <nlohmann/json.hpp>

#include "report/difference.hpp"
#include "report/json.hpp"
#include "report/prediction.hpp"

namespace lab::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_lines = 2000;  // of each file that is compared

std::string text_of(const Json& document) {
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json case_of(const judge::CaseResult& item) { return Json::parse(report::json(item)); }

Json lines_of(const ComparedFile& file) {
    Json lines = Json::array();
    for (const report::ComparedLine& line : report::compare_lines(file.your_text, file.reference_text, most_lines))
        lines.push_back({{"mark", std::string(1, line.mark)},
                         {"yours", line.first > 0 ? Json(line.first) : Json(nullptr)},
                         {"reference", line.second > 0 ? Json(line.second) : Json(nullptr)},
                         {"text", line.text}});
    return lines;
}

Json question_head(const course::Lesson& lesson, const std::string& program) {
    return {{"schema", "checker/predict/v1"},
            {"lesson", lesson.id},
            {"question", lesson.predict->question},
            {"file", lesson.predict->program.filename().string()},
            {"program", program}};
}

const char* word_of(Defeat::Kind kind) {
    switch (kind) {
        case Defeat::Kind::defeated: return "defeated";
        case Defeat::Kind::goes_on: return "goes-on";
        case Defeat::Kind::holds: return "holds";
        case Defeat::Kind::misfit: return "misfit";
    }
    return "";
}

}  // namespace

std::string reset_document(const course::Lesson& lesson, const std::string& folder, bool reset,
                           const std::string& backup) {
    return text_of({{"schema", "checker/reset/v1"},
                    {"lesson", lesson.id},
                    {"folder", folder},
                    {"reset", reset},
                    {"backup", or_null(backup)}});
}

std::string solution_document(const course::Lesson& lesson, bool shown, const std::vector<ComparedFile>& files) {
    Json rows = Json::array();
    for (const ComparedFile& file : files)
        rows.push_back({{"yours", file.yours},
                        {"reference", file.reference},
                        {"same", file.your_text == file.reference_text},
                        {"lines", lines_of(file)}});
    return text_of({{"schema", "checker/solution/v1"},
                    {"lesson", lesson.id},
                    {"title", lesson.title},
                    {"shown", shown},
                    {"files", std::move(rows)}});
}

std::string question_document(const course::Lesson& lesson, const std::string& program) {
    Json document = question_head(lesson, program);
    document["answered"] = false;
    document["right"] = nullptr;
    document["interleavings"] = nullptr;
    document["candidates"] = Json::array();
    const auto& candidates = lesson.predict->candidates;
    for (std::size_t at = 0; at < candidates.size(); ++at)
        document["candidates"].push_back({{"letter", report::letter_of(at)},
                                          {"text", candidates[at]},
                                          {"chosen", nullptr},
                                          {"possible", nullptr},
                                          {"schedule", nullptr},
                                          {"case", nullptr}});
    return text_of(document);
}

std::string prediction_document(const course::Lesson& lesson, const std::string& program,
                                const judge::Prediction& prediction,
                                const std::map<std::size_t, judge::CaseResult>& witnesses) {
    Json document = question_head(lesson, program);
    document["answered"] = true;
    document["right"] = prediction.right();
    document["interleavings"] = prediction.coverage.interleavings;
    document["candidates"] = Json::array();
    for (std::size_t at = 0; at < prediction.candidates.size(); ++at) {
        const judge::Candidate& one = prediction.candidates[at];
        const auto witness = witnesses.find(at);
        document["candidates"].push_back(
            {{"letter", report::letter_of(at)},
             {"text", one.text},
             {"chosen", one.chosen},
             {"possible", one.possible},
             {"schedule", one.possible ? or_null(one.schedule) : Json(nullptr)},
             {"case", witness == witnesses.end() ? Json(nullptr) : case_of(witness->second)}});
    }
    return text_of(document);
}

std::string break_document(const course::Lesson& lesson, const std::vector<report::Source>& sources,
                           const Defeat* defeat) {
    Json files = Json::array();
    for (const report::Source& source : sources)
        if (source.hand_in) files.push_back({{"file", source.name}, {"text", source.text}});
    Json document = {{"schema", "checker/break/v1"}, {"lesson", lesson.id}, {"about", lesson.to_break->about},
                     {"files", std::move(files)},    {"schedule", nullptr}, {"outcome", nullptr},
                     {"defeated", nullptr},          {"steps", nullptr},    {"case", nullptr}};
    if (defeat != nullptr) {
        document["schedule"] = defeat->schedule;
        document["outcome"] = word_of(defeat->kind);
        document["defeated"] = defeat->kind == Defeat::Kind::defeated;
        document["steps"] = defeat->steps;
        if (defeat->outcome) document["case"] = case_of(*defeat->outcome);
    }
    return text_of(document);
}

}  // namespace lab::cli
