// text.cpp: the sections of the text report.
#include "report/text.hpp"

#include "judge/words.hpp"
#include "report/difference.hpp"
#include "report/outputs.hpp"
#include "report/table.hpp"
#include "report/visible.hpp"
#include "report/wrap.hpp"

#include <algorithm>
#include <cctype>

namespace lab::report {
namespace {

using judge::CaseResult;
using judge::Coverage;
using judge::Result;
using judge::Verdict;

constexpr std::size_t longest_command = 400;  // a longer schedule is not printed

std::string coloured(const std::string& text, const char* code, const Style& style) {
    return style.colour ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
}

const char* colour_of(Verdict verdict) {
    if (verdict == Verdict::passed) return "1;32";
    if (verdict == Verdict::unfinished || verdict == Verdict::inconclusive) return "1;33";
    return "1;31";
}

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& character : result) character = static_cast<char>(std::toupper(static_cast<unsigned char>(character)));
    return result;
}

std::string heading(const Result& result, const Style& style, bool of_one = false) {
    const std::string_view words =
        of_one && result.passed() ? "nothing goes wrong in this one interleaving" : phrase(result.verdict);
    std::string text =
        coloured(upper(name(result.verdict)), colour_of(result.verdict), style) + "  " + std::string(words) + "\n";
    if (result.explored_as.empty()) {
        const std::string id = result.lesson + (result.lesson.empty() || result.title.empty() ? "" : "  ");
        std::string title = paragraph(visible(result.title), id.size(), style.columns);
        text += title.replace(0, id.size(), id);
    }
    if (!result.hand_in.empty()) text += visible(result.hand_in) + "\n";
    if (result.beneath)
        text += paragraph("What it does as it stands: " + std::string(name(*result.beneath)) + ", " +
                              std::string(phrase(*result.beneath)) + ".",
                          0, style.columns);
    if (!result.message.empty()) text += "\n" + paragraph(visible(result.message), 0, style.columns);
    return text;
}

std::string case_title(const CaseResult& item) {
    return item.kind == "program" ? "the program, main()" : "\"" + visible(item.name) + "\"";
}

// What the mistake is called, how it shows, and what to do. The stub's own mistake is for the student to find.
std::string diagnosis_section(const Result& result, const Style& style) {
    if (!result.diagnosis || result.verdict == Verdict::unfinished) return {};
    const judge::Diagnosis& diagnosis = *result.diagnosis;
    std::string text = "\nThe mistake: " + diagnosis.title + ". " + visible(diagnosis.sentence);
    std::string lines = paragraph(text.substr(1), 0, style.columns);
    const std::string advice = "What to do: " + diagnosis.hint + where_taught(result);
    return "\n" + lines + paragraph(advice, 0, style.columns);
}

std::string difference_lines(const std::string& expected, const std::string& actual, const Style& style) {
    std::string text;
    const std::string lines = difference(expected, actual);
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = lines.find('\n', at);
        text += "    " + shortened(lines.substr(at, end - at), style.columns - 4) + "\n";
        at = end + 1;
    }
    return text;
}

// Of a program that belongs to no lesson nobody knows what it should print.
std::string outputs_label(bool with_expectation) {
    return with_expectation ? "\n  Its output (- expected, + printed):\n"
                            : "\n  Two of its outputs (- the one, + the other):\n";
}

// What may come of a data race, as an interleaving of its own.
std::string consequence_section(const judge::Consequence& then, const Style& style, bool with_expectation) {
    std::string text = "\n" + paragraph("What can come of it: " + visible(then.message), 2, style.columns);
    if (const std::string table = interleaving_table(as_case(then), style.table_columns); !table.empty())
        text += "\n" + table;
    if (!then.cycle.empty()) text += paragraph(visible(then.cycle), 2, style.columns);
    if (then.actual)
        text += outputs_label(with_expectation) + difference_lines(then.expected.value_or(""), *then.actual, style);
    return text;
}

std::string case_section(const CaseResult& item, const Style& style, bool with_expectation) {
    std::string text = "\n" + paragraph("In " + case_title(item) + ":", 0, style.columns);
    text += paragraph(visible(item.message), 2, style.columns);
    const std::string table = interleaving_table(item, style.table_columns);
    if (!table.empty()) text += "\n" + table;
    if (!item.cycle.empty()) {
        const std::string label = upper(name(item.verdict)) + "  ";
        std::string lines = paragraph(visible(item.cycle), 2 + label.size(), style.columns);
        text += lines.replace(2, label.size(), label);
    }
    if (item.actual) {
        text += outputs_label(with_expectation);
        text += difference_lines(item.expected.value_or(""), *item.actual, style);
    }
    if (item.consequence) text += consequence_section(*item.consequence, style, with_expectation);
    if (!item.advice.empty() && !item.diagnosis)
        text += "\n" + paragraph("What would help: " + visible(item.advice), 2, style.columns);
    return text;
}

std::string case_list(const Result& result, const Style& style) {
    if (result.cases.empty()) return {};
    std::size_t longest = 0;
    for (const CaseResult& item : result.cases) longest = std::max(longest, name(item.verdict).size());
    std::string text = "\nCases\n";
    std::int64_t passed = 0;
    for (const CaseResult& item : result.cases) {
        if (style.brief && !result.passed() && item.verdict == Verdict::passed) {
            ++passed;
            continue;
        }
        const std::string label(name(item.verdict));
        std::string detail = item.kind == "program" ? "the program, main()" : visible(item.name);
        if (const std::string words = explored_words(item); !words.empty()) detail += ": " + words;
        const auto lines = wrap(detail, style.columns - longest - 4);
        for (std::size_t line = 0; line < lines.size(); ++line) {
            const std::string left = padded(line == 0 ? label : "", longest);
            text +=
                "  " + (line == 0 ? coloured(left, colour_of(item.verdict), style) : left) + "  " + lines[line] + "\n";
        }
    }
    if (passed > 0) text += "  " + judge::counted(passed, "other case") + " passed.\n";
    return text;
}

std::string stress_line(const Result& result, const Style& style) {
    if (result.stress.runs == 0) return {};
    std::string text = "Stress: " + judge::counted(result.stress.runs, "run") + " with real threads, ";
    text += result.stress.failures == 0 ? "none failed." : judge::grouped(result.stress.failures) + " failed.";
    return paragraph(text, 0, style.columns);
}

std::string what_next(const Result& result, const Style& style) {
    if (result.number.empty() || style.brief) return {};
    const std::string called = visible(result.called);
    const std::string run = together(called + " run " + result.number);
    switch (result.verdict) {
        case Verdict::passed: return {};
        case Verdict::unfinished:
            return paragraph("Next: read lessons/" + result.lesson + "/lesson.md, work on " + visible(result.hand_in) +
                                 ", then " + run + ".",
                             0, style.columns);
        case Verdict::inconclusive: return {};
        default:
            return paragraph(
                "Next: change the code, then " + run + ". A hint: " + together(called + " hint " + result.number) + ".",
                0, style.columns);
    }
}

}  // namespace

std::string coverage_words(const Coverage& coverage) {
    if (coverage.complete)
        return coverage.interleavings == 1 ? "the only interleaving"
                                           : "all " + judge::counted(coverage.interleavings, "interleaving");
    std::string text = judge::counted(coverage.interleavings, "interleaving");
    if (coverage.preemption_bound)
        return text + ", complete up to " + judge::counted(*coverage.preemption_bound, "preemption");
    return text + ", not all there are";
}

std::string failing_words(const CaseResult& item) {
    const auto& [interleavings, complete, bound] = item.coverage;
    if (interleavings == 1) return complete ? "the only interleaving" : "the first interleaving explored";
    return judge::grouped(item.failed) + " of " + judge::counted(interleavings, "interleaving") +
           (complete ? "" : " explored");
}

std::string explored_words(const CaseResult& item) {
    if (item.verdict != Verdict::passed && item.failed > 0 && !item.native_only) return "in " + failing_words(item);
    return item.coverage.interleavings > 0 ? coverage_words(item.coverage) : std::string();
}

std::string where_taught(const Result& result) {
    if (!result.diagnosis || result.diagnosis->lesson.empty() || result.diagnosis->lesson == result.lesson) return {};
    // Who explores a program need not know the course.
    return result.lesson.empty() ? " (The lab's lesson " + result.diagnosis->lesson + " is about it.)"
                                 : " (See lesson " + result.diagnosis->lesson + ".)";
}

std::string replay_command(const Result& result, const std::string& schedule) {
    if (schedule.empty()) return {};
    if (!result.explored_as.empty()) return explore_command(result, schedule);
    if (result.number.empty()) return {};
    std::string command = visible(result.called) + " replay " + result.number;
    if (!result.replay_options.empty()) command += " " + visible(result.replay_options);
    if (command.size() + schedule.size() < longest_command) command += " " + visible(schedule);
    return command;
}

std::string text(const Result& result, const Style& style) {
    std::string text = heading(result, style) + diagnosis_section(result, style);
    const CaseResult* decisive = result.decisive();
    if (decisive != nullptr) text += case_section(*decisive, style, result.explored_as.empty());
    if (!result.explored_as.empty()) text += outputs_section(result, style);
    text += case_list(result, style);
    text += stress_line(result, style);
    std::string end;
    if (decisive != nullptr) {
        if (const std::string command = replay_command(result, decisive->schedule); !command.empty())
            end += "Replay: " + command + "\n";
        if (decisive->consequence)
            end += "Replay what can come of it: " + replay_command(result, decisive->consequence->schedule) + "\n";
    }
    end += what_next(result, style);
    return end.empty() ? text : text + "\n" + end;
}

std::string replay_text(const Result& result, const Style& style) {
    std::string text = heading(result, style, true) + diagnosis_section(result, style);
    for (const CaseResult& item : result.cases) {
        if (item.verdict != Verdict::passed) {
            text += case_section(item, style, result.explored_as.empty());
            continue;
        }
        text += "\n" + paragraph("In " + case_title(item) + ":", 0, style.columns);
        text += paragraph(result.number.empty() ? "Others may fail."
                                                : "Others may fail: " + visible(result.called) + " run " +
                                                      result.number + " explores them.",
                          2, style.columns);
        if (const std::string table = interleaving_table(item, style.table_columns); !table.empty())
            text += "\n" + table;
    }
    return text;
}

}  // namespace lab::report
