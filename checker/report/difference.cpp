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

std::string shown(char mark, const std::string& line) {
    const bool ended = !line.empty() && line.back() == '\n';
    return std::string(1, mark) + " " + visible_line(std::string_view(line).substr(0, line.size() - (ended ? 1 : 0))) +
           (ended ? "" : "   (no line break at the end)") + "\n";
}

}  // namespace

std::string difference(const std::string& expected, const std::string& actual) {
    std::vector<std::string> left = split(expected);
    std::vector<std::string> right = split(actual);
    const bool cut = left.size() > most_lines || right.size() > most_lines;
    left.resize(std::min(left.size(), most_lines));
    right.resize(std::min(right.size(), most_lines));

    // common[i][j]: length of the longest common subsequence of left from i on and right from j on.
    std::vector<std::vector<std::size_t>> common(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
    for (std::size_t i = left.size(); i-- > 0;)
        for (std::size_t j = right.size(); j-- > 0;)
            common[i][j] =
                left[i] == right[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);

    std::vector<std::pair<char, const std::string*>> rows;
    std::size_t i = 0, j = 0;
    while (i < left.size() || j < right.size()) {
        if (i < left.size() && j < right.size() && left[i] == right[j]) {
            rows.emplace_back(' ', &left[i++]);
            ++j;
        } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
            rows.emplace_back('-', &left[i++]);
        } else {
            rows.emplace_back('+', &right[j++]);
        }
    }
    std::string result;
    std::size_t folded = 0;
    const auto tell_folded = [&] {
        if (folded > 0) result += "  (" + std::to_string(folded) + (folded == 1 ? " equal line)\n" : " equal lines)\n");
        folded = 0;
    };
    for (std::size_t row = 0; row < rows.size(); ++row) {
        bool near = false;
        for (std::size_t other = row < around ? 0 : row - around; other <= row + around && other < rows.size(); ++other)
            near = near || rows[other].first != ' ';
        if (!near && rows.size() > 2 * around + 4) {
            ++folded;
            continue;
        }
        tell_folded();
        result += shown(rows[row].first, *rows[row].second);
    }
    tell_folded();
    if (actual.empty()) result += "+ (nothing at all)\n";
    if (cut) result += "  (only the first " + std::to_string(most_lines) + " lines were compared)\n";
    return result;
}

}  // namespace lab::report
