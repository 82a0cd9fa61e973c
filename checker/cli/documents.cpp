// documents.cpp: JSON for list, verify and doctor.
#include "cli/documents.hpp"

#include <nlohmann/json.hpp>

#include "cli/hint.hpp"

namespace lab::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& document) {
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string list_document(const std::vector<LessonState>& lessons) {
    Json document = {{"schema", "checker/list/v1"}, {"lessons", Json::array()}};
    for (const LessonState& lesson : lessons) {
        document["lessons"].push_back({{"lesson", lesson.id},
                                       {"title", lesson.title},
                                       {"idea", lesson.idea},
                                       {"state", lesson.state},
                                       {"solved", lesson.solved},
                                       {"edit", lesson.edit}});
    }
    return text_of(document);
}

std::string hint_document(const course::Lesson& lesson, unsigned number,
                          const std::optional<judge::Diagnosis>& diagnosis) {
    const std::vector<std::string>& hints = hints_for(lesson, diagnosis);
    Json document = {{"schema", "checker/hint/v1"}, {"lesson", lesson.id},          {"number", number},
                     {"hints", hints.size()},       {"text", hints.at(number - 1)}, {"diagnosis", nullptr}};
    if (diagnosis)
        document["diagnosis"] = {{"id", diagnosis->id}, {"title", diagnosis->title}, {"hint", diagnosis->hint}};
    return text_of(document);
}

std::string verify_document(const std::vector<Answer>& answers, const std::vector<std::string>& mistakes) {
    bool good = mistakes.empty();
    Json rows = Json::array();
    for (const Answer& answer : answers) {
        good = good && answer.as_declared;
        const char* const kinds[] = {"stub", "solution", "wrong", "right"};
        rows.push_back({{"lesson", answer.expectation.lesson},
                        {"kind", kinds[static_cast<std::size_t>(answer.expectation.kind)]},
                        {"hand_in", answer.expectation.path.filename().string()},
                        {"declared", answer.expectation.verdict},
                        {"verdict", answer.got},
                        {"as_declared", answer.as_declared},
                        {"message", answer.message}});
    }
    return text_of(
        {{"schema", "checker/verify/v1"}, {"passed", good}, {"hand_ins", std::move(rows)}, {"mistakes", mistakes}});
}

std::string report_document(const judge::Result& result, const std::string& format, const std::string& file) {
    return text_of({{"schema", "checker/report/v1"},
                    {"lesson", result.lesson},
                    {"verdict", judge::name(result.verdict)},
                    {"format", format},
                    {"file", file}});
}

std::string demo_document(const course::Lesson& lesson, const std::vector<demo::Slide>& slides) {
    Json rows = Json::array();
    for (const demo::Slide& slide : slides) {
        const char* const kinds[] = {"words", "question", "step"};
        Json lines = Json::array();
        for (const demo::Line& line : slide.lines) lines.push_back(line.text);
        Json threads = Json::array();
        for (const demo::Column& column : slide.columns)
            threads.push_back({{"thread", column.thread},
                               {"moved", column.moved},
                               {"waits", column.waits},
                               {"doing", column.doing},
                               {"holds", column.holds},
                               {"place", column.place}});
        rows.push_back({{"kind", kinds[static_cast<std::size_t>(slide.kind)]},
                        {"heading", slide.heading},
                        {"lines", std::move(lines)},
                        {"threads", std::move(threads)},
                        {"values", slide.values},
                        {"output", slide.output}});
    }
    return text_of({{"schema", "checker/demo/v1"}, {"lesson", lesson.id}, {"slides", std::move(rows)}});
}

std::string new_lesson_document(const std::string& lesson, const std::vector<std::string>& files) {
    return text_of({{"schema", "checker/new/v1"}, {"lesson", lesson}, {"files", files}});
}

std::string doctor_document(const std::vector<Finding>& findings) {
    bool good = true;
    Json rows = Json::array();
    for (const Finding& finding : findings) {
        good = good && finding.health != Health::missing;
        const char* const words[] = {"ok", "poor", "missing"};
        rows.push_back({{"subject", finding.subject},
                        {"health", words[static_cast<std::size_t>(finding.health)]},
                        {"found", finding.found},
                        {"remedy", finding.remedy}});
    }
    return text_of({{"schema", "checker/doctor/v1"}, {"passed", good}, {"findings", std::move(rows)}});
}

}  // namespace lab::cli
