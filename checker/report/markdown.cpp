// markdown.cpp: the sections of the Markdown report.
#include "report/markdown.hpp"

#include "judge/words.hpp"
#include "report/difference.hpp"
#include "report/table.hpp"
#include "report/text.hpp"
#include "report/visible.hpp"

#include <algorithm>
#include <string_view>

namespace lab::report {
namespace {

using judge::CaseResult;
using judge::Result;
using judge::Verdict;

constexpr std::size_t columns = 80;
constexpr std::size_t most_outputs = 20;
constexpr std::size_t longest_output = 2000;

// With a backslash before all that means something, but `code` as our own messages have it stays.
std::string inline_text(const std::string& text, bool with_code = false) {
    std::string result;
    bool code = false;
    const std::string shown = visible(text);
    const bool paired = with_code && std::count(shown.begin(), shown.end(), '`') % 2 == 0;
    for (const char character : shown) {
        if (character == '`' && paired) {
            code = !code;
            result += character;
            continue;
        }
        if (!code && std::string_view("\\`*_{}[]<>#|~!&$@").find(character) != std::string_view::npos) result += '\\';
        result += character;
    }
    return result;
}

// As code, whatever is in it: between more backticks than there are inside.
std::string code(const std::string& text) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char character : text) {
        run = character == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const std::string blank = longest > 0 ? " " : "";
    return fence + blank + text + blank + fence;
}

std::string block(std::string text, const std::string& language = "text") {
    std::string fence = "```";
    while (text.find(fence) != std::string::npos) fence += '`';
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    return fence + language + "\n" + text + fence + "\n";
}

std::string case_title(const CaseResult& item) {
    return item.kind == "program" ? "the program, main()" : inline_text(item.name);
}

std::string heading(const Result& result) {
    std::string text = "# " + std::string(name(result.verdict)) + ": " + std::string(phrase(result.verdict)) + "\n\n";
    std::string of = inline_text(result.lesson);
    if (!result.title.empty()) of += (of.empty() ? "" : " · ") + inline_text(result.title);
    if (!result.hand_in.empty()) of += (of.empty() ? "" : " · ") + code(visible(result.hand_in));
    if (!of.empty()) text += of + "\n";
    if (result.beneath)
        text += "\nWhat it does as it stands: " + std::string(name(*result.beneath)) + ", " +
                std::string(phrase(*result.beneath)) + ".\n";
    if (!result.message.empty()) text += "\n" + inline_text(result.message, true) + "\n";
    return text;
}

std::string diagnosis(const Result& result) {
    if (!result.diagnosis || result.verdict == Verdict::unfinished) return {};
    return "\n**The mistake: " + inline_text(result.diagnosis->title) + ".** " +
           inline_text(result.diagnosis->sentence, true) +
           "\n\nWhat to do: " + inline_text(result.diagnosis->hint, true) + "\n";
}

std::string consequence(const Result& result, const judge::Consequence& then) {
    std::string text = "\n### What can come of it\n\n" + inline_text(then.message, true) + "\n";
    if (const std::string table = interleaving_table(as_case(then), columns); !table.empty())
        text += "\n" + block(table);
    if (then.actual)
        text += "\nIts output (- expected, + printed):\n\n" +
                block(difference(then.expected.value_or(""), *then.actual), "diff");
    if (const std::string replay = replay_command(result, then.schedule); !replay.empty())
        text += "\nTo see this interleaving again:\n\n" + block(replay, "sh");
    return text;
}

std::string decisive_case(const Result& result, const CaseResult& item) {
    std::string text = "\n## In " + case_title(item) + "\n\n" + inline_text(item.message, true) + "\n";
    if (const std::string table = interleaving_table(item, columns); !table.empty()) text += "\n" + block(table);
    if (!item.cycle.empty()) text += "\nThe circle: " + inline_text(item.cycle) + "\n";
    if (item.actual) {
        text += result.explored_as.empty() ? "\nIts output (- expected, + printed):\n\n"
                                           : "\nTwo of its outputs (- the one, + the other):\n\n";
        text += block(difference(item.expected.value_or(""), *item.actual), "diff");
    }
    if (!item.advice.empty() && !item.diagnosis) text += "\nWhat would help: " + inline_text(item.advice, true) + "\n";
    if (const std::string replay = replay_command(result, item.schedule); !replay.empty())
        text += "\nTo see this interleaving again:\n\n" + block(replay, "sh");
    if (item.consequence) text += consequence(result, *item.consequence);
    return text;
}

std::string outputs(const Result& result) {
    std::string text;
    for (const CaseResult& item : result.cases) {
        if (item.outputs.size() < 2) continue;
        text += "\n## Possible outputs\n";
        for (std::size_t at = 0; at < std::min(item.outputs.size(), most_outputs); ++at) {
            const judge::Output& output = item.outputs[at];
            text += "\nSeen in " + judge::counted(output.count, "interleaving") + ", main() returns " +
                    std::to_string(output.exit) + ":\n\n" + block(visible(output.text.substr(0, longest_output), true));
        }
        if (item.outputs.size() > most_outputs || item.outputs_cut) text += "\nThere are more; not all are shown.\n";
    }
    return text;
}

std::string cases(const Result& result) {
    std::string text;
    if (!result.cases.empty()) {
        text += "\n## What was explored\n\n| verdict | case | explored |\n|---|---|---|\n";
        for (const CaseResult& item : result.cases)
            text += "| " + std::string(name(item.verdict)) + " | " + case_title(item) + " | " + explored_words(item) +
                    " |\n";
    }
    if (result.stress.runs > 0)
        text += "\nStress: " + judge::counted(result.stress.runs, "run") + " with real threads, " +
                (result.stress.failures == 0 ? "none" : judge::grouped(result.stress.failures)) + " failed.\n";
    return text;
}

}  // namespace

std::string markdown(const Result& result) {
    std::string text = heading(result) + diagnosis(result);
    if (const CaseResult* decisive = result.decisive(); decisive != nullptr) text += decisive_case(result, *decisive);
    if (!result.diagnostics.empty())
        text += "\n## What the compiler says\n\n" + block(visible(result.diagnostics, true));
    text += outputs(result) + cases(result);
    if (!result.toolchain.empty()) text += "\n" + inline_text(result.toolchain) + "\n";
    return text;
}

}  // namespace lab::report
