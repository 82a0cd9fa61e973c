// nearest.cpp: edit distance with swaps (optimal string alignment).
#include "course/nearest.hpp"

#include <algorithm>
#include <vector>

namespace lab::course {

std::size_t edit_distance(std::string_view from, std::string_view to) {
    const std::size_t width = to.size() + 1;
    std::vector<std::size_t> two_up(width), up(width), row(width);
    for (std::size_t j = 0; j < width; ++j) up[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j < width; ++j) {
            const bool same = from[i - 1] == to[j - 1];
            row[j] = std::min({up[j] + 1, row[j - 1] + 1, up[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                row[j] = std::min(row[j], two_up[j - 2] + 1);
            }
        }
        two_up.swap(up);
        up.swap(row);
    }
    return up[to.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known) {
    const std::string* best = nullptr;
    std::size_t fewest = std::max<std::size_t>(2, word.size() / 2) + 1;
    for (const std::string& candidate : known) {
        const std::size_t edits = edit_distance(word, candidate);
        if (edits < fewest && edits < candidate.size()) {
            fewest = edits;
            best = &candidate;
        }
    }
    return best == nullptr ? std::nullopt : std::optional(*best);
}

}  // namespace lab::course
