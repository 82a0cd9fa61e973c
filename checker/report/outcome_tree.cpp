// outcome_tree.cpp: reads the schedules, and draws their common beginnings once.
#include "report/outcome_tree.hpp"

#include "evidence/schedule.hpp"
#include "report/markup.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace lab::report {
namespace {

constexpr std::size_t most_leaves = 16;
constexpr std::size_t most_steps = 400;  // what comes later is not drawn
constexpr double left = 8;
constexpr double width = 560;  // of the ribbons
constexpr double row_height = 34;
constexpr double ribbon = 20;

struct Branch {
    std::string label;
    std::vector<int> threads;  // of each step
    int from = 0;              // the steps before are drawn in a row above
    std::size_t parent = 0;    // that row; its own: none
};

int common_steps(const Branch& one, const Branch& two) {
    const auto [end, ignored] =
        std::mismatch(one.threads.begin(), one.threads.end(), two.threads.begin(), two.threads.end());
    return static_cast<int>(end - one.threads.begin());
}

std::string thread_word(int thread) { return thread == 0 ? "main" : std::to_string(thread); }

// The ribbon of a branch from where it parts.
std::string ribbon_of(const Branch& branch, double y, double scale) {
    std::string svg;
    for (std::size_t at = static_cast<std::size_t>(branch.from); at < branch.threads.size();) {
        std::size_t end = at;
        while (end < branch.threads.size() && branch.threads[end] == branch.threads[at]) ++end;
        const double x = left + scale * static_cast<double>(at);
        const double across = scale * static_cast<double>(end - at);
        const int thread = branch.threads[at];
        svg += fmt::format("<rect class=\"r{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.0f}\"/>",
                           thread % 6, x, y, across, ribbon);
        const std::string word = thread_word(thread);
        if (across > 9 * static_cast<double>(word.size()) + 4)
            svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", x + across / 2, y + 14.5, word);
        at = end;
    }
    return svg;
}

// The same in words, for those who do not see the picture.
std::string words_of(const Branch& branch) {
    std::string words;
    int changes = 0;
    for (std::size_t at = 0; at < branch.threads.size() && changes < 12; ++at) {
        if (at > 0 && branch.threads[at] == branch.threads[at - 1]) continue;
        words += (words.empty() ? "" : ", ") + thread_word(branch.threads[at]);
        ++changes;
    }
    return words;
}

}  // namespace

std::string outcome_tree(std::vector<Leaf> leaves) {
    if (leaves.size() > most_leaves) leaves.resize(most_leaves);
    std::vector<Branch> branches;
    int longest = 0;
    for (const Leaf& leaf : leaves) {
        // With other memory visible, the same numbers are other steps.
        if (evidence::visible_memory(leaf.schedule) != evidence::visible_memory(leaves.front().schedule)) continue;
        Branch branch{brief(leaf.label, 40), {}, 0, 0};
        const auto schedule = evidence::schedule_of(leaf.schedule);
        if (!schedule) continue;
        for (const evidence::Turn& turn : *schedule)  // which value a load reads is no matter here
            if (branch.threads.size() < most_steps) branch.threads.push_back(turn.thread);
        if (branch.threads.empty()) continue;
        longest = std::max(longest, static_cast<int>(branch.threads.size()));
        branches.push_back(std::move(branch));
    }
    if (branches.size() < 2) return {};
    // Next to each other what begins alike.
    for (auto next = branches.begin() + 1; next != branches.end(); ++next) {
        const auto nearest = std::max_element(next, branches.end(), [&](const Branch& one, const Branch& two) {
            return common_steps(one, *(next - 1)) < common_steps(two, *(next - 1));
        });
        std::rotate(next, nearest, nearest + 1);
    }
    const double scale = width / longest;
    std::string svg;
    std::string words;
    for (std::size_t row = 0; row < branches.size(); ++row) {
        Branch& branch = branches[row];
        branch.parent = row;
        for (std::size_t above = 0; above < row; ++above)
            if (const int common = common_steps(branch, branches[above]); common > branch.from) branch.from = common;
        // Drawn from the nearest row above that shows the step where it parts.
        for (std::size_t above = row; above-- > 0 && branch.parent == row;)
            if (branches[above].from <= branch.from && common_steps(branch, branches[above]) == branch.from)
                branch.parent = above;
        const double y = 6 + row_height * static_cast<double>(row);
        if (branch.parent != row) {
            const double x = left + scale * branch.from;
            svg += fmt::format("<line x1=\"{0:.1f}\" y1=\"{1:.1f}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\"/>", x,
                               6 + row_height * static_cast<double>(branch.parent) + ribbon, y + ribbon);
        }
        svg += ribbon_of(branch, y, scale);
        svg += fmt::format("<text class=\"leaf\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n",
                           left + scale * static_cast<double>(branch.threads.size()) + 10, y + 14.5, branch.label);
        words += fmt::format("{}: {}. ", branch.label, words_of(branch));
    }
    return fmt::format(
        "<svg class=\"tree\" role=\"img\" aria-labelledby=\"tree-title tree-text\" viewBox=\"0 0 {0} {1:.0f}\" "
        "width=\"{0}\" height=\"{1:.0f}\">\n<title id=\"tree-title\">Where the interleavings part</title><desc "
        "id=\"tree-text\">{2}</desc>\n{3}</svg>\n",
        static_cast<int>(left + width) + 200, row_height * static_cast<double>(branches.size()) + 6, words, svg);
}

}  // namespace lab::report
