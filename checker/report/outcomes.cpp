// outcomes.cpp: counts and bars. What is not known - a search that stopped early - is said.
#include "report/outcomes.hpp"

#include "judge/words.hpp"
#include "report/escape.hpp"
#include "report/markup.hpp"
#include "report/outcome_tree.hpp"
#include "report/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace lab::report {
namespace {

using judge::CaseResult;
using judge::Result;
using judge::Verdict;

constexpr std::size_t most_of_outputs = 12'000;  // bytes
constexpr std::size_t most_of_cases = 12'000;
constexpr std::size_t longest_output = 1500;
constexpr std::size_t most_outputs = 20;
constexpr int bar = 160;  // columns of pixels

bool fails(const CaseResult& item) { return item.verdict != Verdict::passed && item.failed > 0 && !item.native_only; }

std::string found_words(const CaseResult& item) {
    if (item.native_only) return "seen with real threads only";
    if (item.coverage.interleavings == 0) return "not explored";
    if (!fails(item)) return coverage_words(item.coverage);
    return "goes wrong in " + failing_words(item);
}

// Wrong ones are hatched, so that it does not take colour to see them.
std::string found_bar(const CaseResult& item) {
    if (item.coverage.interleavings == 0 || item.native_only) return {};
    const double all = static_cast<double>(item.coverage.interleavings);
    double wrong = fails(item) ? bar * std::min(1.0, static_cast<double>(item.failed) / all) : 0;
    if (item.verdict == Verdict::over_synchronised) wrong = bar;
    if (wrong > 0) wrong = std::clamp(wrong, 3.0, item.failed < item.coverage.interleavings ? bar - 3.0 : 1.0 * bar);
    const bool open = item.verdict == Verdict::inconclusive;
    std::string svg = fmt::format("<svg class=\"found\" width=\"{0}\" height=\"12\" aria-hidden=\"true\">", bar);
    svg += fmt::format("<rect class=\"{}\" width=\"{}\" height=\"12\"/>", open ? "open" : "right", bar);
    if (wrong > 0) {
        svg += fmt::format("<rect class=\"wrong\" x=\"{0:.0f}\" width=\"{1:.0f}\" height=\"12\"/><path d=\"",
                           bar - wrong, wrong);
        for (double x = bar - wrong + 6; x < bar; x += 6) svg += fmt::format("M{:.0f} 0l-6 12", x);
        svg += "\"/>";
    }
    return svg + "</svg> ";
}

// Of a data race: that is how it will be noticed.
std::string what_comes(const CaseResult& item) {
    if (!item.consequence) return {};
    std::string message = item.consequence->message;
    if (const std::size_t at = message.rfind(" in this interleaving."); at != std::string::npos)
        message.replace(at, 22, ".");
    return paragraph("What can come of it: " + message, "quiet");
}

}  // namespace

std::string cases_map(const Result& result) {
    if (result.cases.empty() && result.stress.runs == 0) return {};
    std::string html = "<section><h2>What was explored</h2>\n";
    if (!result.cases.empty()) {
        html +=
            "<div class=\"scroll\" role=\"region\" aria-label=\"Cases\" tabindex=\"0\"><table class=\"cases\" "
            "role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\" "
            "role=\"columnheader\">verdict</th>"
            "<th scope=\"col\" role=\"columnheader\">case</th><th scope=\"col\" role=\"columnheader\">its interleavings"
            "</th></tr></thead><tbody role=\"rowgroup\">\n";
        std::string rows;
        std::size_t shown = 0;
        for (const CaseResult& item : result.cases) {
            if (rows.size() > most_of_cases) break;
            ++shown;
            const bool program = item.kind == "program" || (item.kind.empty() && item.name == "program");
            rows += "<tr role=\"row\"><td role=\"cell\">" + badge(item.verdict) + "</td><td role=\"cell\">" +
                    (program ? "the program, main()" : brief(item.name, 200)) + what_comes(item) +
                    "</td><td role=\"cell\">" + found_bar(item) + html_entities(found_words(item)) + "</td></tr>\n";
        }
        html += rows + "</tbody></table></div>\n";
        if (shown < result.cases.size()) html += fmt::format("<p>And {} more.</p>\n", result.cases.size() - shown);
        html +=
            "<p class=\"legend\">The bars count interleavings: plain, right; hatched, wrong. They do not say how "
            "likely each is.</p>\n";
    }
    if (result.stress.runs > 0)
        html +=
            fmt::format("<p>Stress: {} with real threads, {} failed.</p>\n", judge::counted(result.stress.runs, "run"),
                        result.stress.failures == 0 ? "none" : judge::grouped(result.stress.failures));
    return html + "</section>\n";
}

std::string outputs_map(const Result& result) {
    for (const CaseResult& item : result.cases) {
        if (item.outputs.empty()) continue;
        std::int64_t all = 0;
        for (const judge::Output& output : item.outputs) all += output.count;
        std::string list;
        std::vector<Leaf> leaves;
        for (const judge::Output& output : item.outputs) {
            if (list.size() > most_of_outputs || leaves.size() == most_outputs) break;
            leaves.push_back({fmt::format("output {}", leaves.size() + 1), output.schedule});
            const bool judged = result.explored_as.empty() && item.expected && item.actual;
            const char* mark = !judged                         ? ""
                               : output.text == *item.expected ? "<b>&#10003; as expected</b>, "
                               : output.text == *item.actual   ? "<b>&#10007; not as expected</b>, "
                                                               : "";
            const double share = all > 0 ? 200.0 * static_cast<double>(output.count) / static_cast<double>(all) : 0;
            list += fmt::format(
                "<li><p>{}seen in {}, main() returns {} <svg class=\"share\" width=\"200\" height=\"8\" "
                "aria-hidden=\"true\"><rect width=\"200\" height=\"8\" class=\"all\"/><rect width=\"{:.0f}\" "
                "height=\"8\"/></svg></p>\n{}</li>\n",
                mark, judge::counted(output.count, "interleaving"), output.exit, std::max(share, 1.0),
                block(output.text, std::min(longest_output, most_of_outputs / 4)));
        }
        const std::size_t shown = leaves.size();
        std::string html = fmt::format("<section><h2>Possible outputs</h2>\n<p>{} seen in {}.</p>\n",
                                       judge::counted(static_cast<std::int64_t>(item.outputs.size()), "output"),
                                       html_entities(coverage_words(item.coverage)));
        if (fails(item) && item.coverage.interleavings - all == item.failed)
            html += fmt::format("<p>{} of them came to no end: {}.</p>\n", judge::grouped(item.failed),
                                html_entities(phrase(item.verdict)));
        if (fails(item) && !item.schedule.empty() && !item.actual)
            leaves.push_back({std::string(name(item.verdict)), item.schedule});
        html += "<ol class=\"outputs\">\n" + list + "</ol>\n";
        if (shown < item.outputs.size() || item.outputs_cut) html += "<p>There are more; not all are shown.</p>\n";
        if (const std::string tree = outcome_tree(leaves); !tree.empty())
            html +=
                "<h3>Where they part</h3>\n<p>An interleaving for each, from left to right: which thread takes the "
                "next steps. What several begin with is drawn once.</p>\n<div class=\"scroll\" role=\"region\" "
                "aria-label=\"Where the interleavings part\" tabindex=\"0\">" +
                tree + "</div>\n";
        return html + "</section>\n";
    }
    return {};
}

}  // namespace lab::report
