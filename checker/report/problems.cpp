// problems.cpp: the lines of the steps that the message is about.
#include "report/problems.hpp"

#include "report/operation.hpp"
#include "report/visible.hpp"
#include "report/waits.hpp"

#include <fmt/format.h>

#include <set>

namespace lab::report {
namespace {

constexpr std::size_t most_notes = 20;

std::string path_of(const std::vector<Source>& sources, const std::string& file) {
    for (const Source& source : sources)
        if (source.name == file) return visible(source.path);
    return visible(file);
}

std::string first_file(const std::vector<Source>& sources) {
    for (const Source& source : sources)
        if (source.hand_in) return visible(source.path);
    return {};
}

}  // namespace

std::string problems(const judge::Result& result, const std::vector<Source>& sources) {
    std::string text = visible(result.diagnostics, true);
    const judge::CaseResult* const item = result.decisive();
    const bool open = result.verdict == judge::Verdict::unfinished || result.verdict == judge::Verdict::inconclusive;
    const char* const level = open ? "warning" : "error";
    if (item != nullptr) {
        // Where a reader should look first: the last step that the message is about.
        const judge::Step* best = nullptr;
        for (const judge::Step& step : item->trace)
            if (!step.file.empty() && (step.key || best == nullptr || !best->key)) best = &step;
        const judge::Verdict verdict = result.beneath.value_or(result.verdict);
        const std::string place = best != nullptr ? fmt::format("{}:{}", path_of(sources, best->file), best->line)
                                                  : first_file(sources) + ":1";
        text += fmt::format("{}:1: {}: {}: {}\n", place, level, name(verdict), visible(item->message));
        std::set<std::pair<std::string, int>> told;
        for (const judge::Step& step : item->trace) {
            if (!step.key || step.file.empty() || told.size() == most_notes) continue;
            if (!told.emplace(step.file, step.line).second) continue;
            text += fmt::format("{}:{}:1: note: {} {}\n", path_of(sources, step.file), step.line,
                                visible(thread_name(*item, step.thread)), visible(operation_words(step)));
        }
    } else if (!result.passed() && result.diagnostics.empty()) {
        const std::string message = result.message.empty() ? std::string(phrase(result.verdict)) : result.message;
        text += fmt::format("{}:1:1: {}: {}: {}\n", first_file(sources), level, name(result.verdict), visible(message));
    }
    return text + fmt::format("{}: {}\n", visible(result.lesson), name(result.verdict));
}

}  // namespace lab::report
