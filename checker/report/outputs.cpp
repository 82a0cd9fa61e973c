// outputs.cpp: lists what a program printed, once for each different text.
#include "report/outputs.hpp"

#include "judge/words.hpp"
#include "report/visible.hpp"
#include "report/wrap.hpp"

#include <algorithm>

namespace lab::report {
namespace {

constexpr std::size_t some_outputs = 8;         // that are shown if nobody asked for all
constexpr std::size_t some_lines = 12;          // of one of them
constexpr std::size_t longest_schedule = 2000;  // a longer one is in the JSON

std::string indented(const std::string& text, std::size_t columns) {
    std::string result;
    std::size_t lines = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (++lines > some_lines) return result + "       ...\n";
        result += "     | " + shortened(visible(text.substr(at, end - at)), columns - 7) + "\n";
        at = end + 1;
    }
    return result.empty() ? "     (nothing)\n" : result;
}

// How long the search had to look.
std::string effort(const judge::CaseResult& item) {
    const std::string what = item.verdict == judge::Verdict::nondeterministic ? "differed" : "failed";
    return *item.first_failure == 1
               ? "The first run of the search " + what + "."
               : "The search needed " + judge::grouped(*item.first_failure) + " runs until one " + what + ".";
}

}  // namespace

std::string explore_command(const judge::Result& result, const std::string& schedule) {
    if (schedule.size() > longest_schedule) return {};
    return visible(result.called) + " explore --replay '" + visible(schedule) + "' " + visible(result.explored_as);
}

std::string outputs_section(const judge::Result& result, const Style& style) {
    std::string text;
    for (const judge::CaseResult& item : result.cases) {
        const bool wanted = style.all_outputs || (item.verdict == judge::Verdict::nondeterministic);
        if (wanted && !item.outputs.empty()) {
            const std::size_t shown = style.all_outputs ? item.outputs.size() : some_outputs;
            text += "\nOutputs\n";
            for (std::size_t i = 0; i < std::min(shown, item.outputs.size()); ++i) {
                const judge::Output& output = item.outputs[i];
                text += "  " + padded(std::to_string(i + 1) + ".", 3) + "main() returns " +
                        std::to_string(output.exit) + ", seen in " + judge::counted(output.count, "interleaving") +
                        "\n" + indented(output.text, style.columns);
                if (const std::string again = explore_command(result, output.schedule);
                    !again.empty() && !output.schedule.empty())
                    text += "     " + again + "\n";
            }
            if (shown < item.outputs.size())
                text += "  and " + judge::grouped(static_cast<std::int64_t>(item.outputs.size() - shown)) +
                        " more: --all-outputs shows them\n";
            if (item.outputs_cut) text += "  There are more than can be kept.\n";
        }
        if (item.first_failure && *item.first_failure <= item.coverage.interleavings)
            text += "\n" + paragraph(effort(item), 0, style.columns);
    }
    return text;
}

}  // namespace lab::report
