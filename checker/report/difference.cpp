// difference.cpp: longest common subsequence of lines.
#include "report/difference.hpp"

#include "report/visible.hpp"

#include <algorithm>
#include <vector>

namespace lab::report {
namespace {

constexpr std::size_t most_lines = 300;  // of each side; more are not compared
constexpr std::size_t around = 2;        // equal lines shown before and after a difference

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        if (end == std::string::npos) {
            lines.push_back(text.substr(at));
            break;
        }
        lines.push_back(text.substr(at, end - at + 1));  // with its line break: a missing one is a difference
        at = end + 1;
    }
    return lines;
}

std::string shown(const std::string& line) {
    const bool ended = !line.empty() && line.back() == '\n';
    return visible_line(std::string_view(line).substr(0, line.size() - (ended ? 1 : 0))) +
           (ended ? "" : "   (no line break at the end)");
}

// Of each line, whether it is different, or near one that is.
std::vector<bool> lines_worth_showing(const std::vector<ComparedLine>& lines) {
    std::vector<bool> shown(lines.size(), lines.size() <= 2 * around + 4);
    for (std::size_t line = 0; line < lines.size(); ++line) {
        if (lines[line].mark == ' ') continue;
        for (std::size_t near = line - std::min(line, around); near <= line + around && near < lines.size(); ++near)
            shown[near] = true;
    }
    return shown;
}

}  // namespace

std::vector<ComparedLine> compare_lines(const std::string& first, const std::string& second, std::size_t most) {
    std::vector<std::string> left = split(first);
    std::vector<std::string> right = split(second);
    left.resize(std::min(left.size(), most));
    right.resize(std::min(right.size(), most));

    // common[i][j]: length of the longest common subsequence of left from i on and right from j on.
    std::vector<std::vector<std::uint32_t>> common(left.size() + 1, std::vector<std::uint32_t>(right.size() + 1));
    for (std::size_t i = left.size(); i-- > 0;)
        for (std::size_t j = right.size(); j-- > 0;)
            common[i][j] =
                left[i] == right[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);

    std::vector<ComparedLine> lines;
    std::size_t i = 0, j = 0;
    while (i < left.size() || j < right.size()) {
        if (i < left.size() && j < right.size() && left[i] == right[j]) {
            lines.push_back({' ', i + 1, j + 1, shown(left[i])});
            ++i;
            ++j;
        } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
            lines.push_back({'-', i + 1, 0, shown(left[i])});
            ++i;
        } else {
            lines.push_back({'+', 0, j + 1, shown(right[j])});
            ++j;
        }
    }
    return lines;
}

std::string folded(const std::vector<ComparedLine>& lines, std::size_t margin,
                   const std::function<std::string(const ComparedLine&)>& row) {
    const std::vector<bool> shown = lines_worth_showing(lines);
    std::string text;
    std::size_t hidden = 0;
    const auto tell_hidden = [&] {
        if (hidden > 0)
            text += std::string(margin, ' ') + "(" + std::to_string(hidden) +
                    (hidden == 1 ? " equal line)\n" : " equal lines)\n");
        hidden = 0;
    };
    for (std::size_t line = 0; line < lines.size(); ++line) {
        if (!shown[line]) {
            ++hidden;
            continue;
        }
        tell_hidden();
        text += row(lines[line]);
    }
    tell_hidden();
    return text;
}

std::string difference(const std::string& expected, const std::string& actual) {
    std::string result = folded(compare_lines(expected, actual, most_lines), 2, [](const ComparedLine& line) {
        return std::string(1, line.mark) + " " + line.text + "\n";
    });
    if (actual.empty()) result += "+ (nothing at all)\n";
    if (std::max(split(expected).size(), split(actual).size()) > most_lines)
        result += "  (only the first " + std::to_string(most_lines) + " lines were compared)\n";
    return result;
}

}  // namespace lab::report
