// wait_graph.cpp: puts the threads and locks of a circle around an ellipse; waits without a circle in rows.
#include "report/wait_graph.hpp"

#include "report/escape.hpp"
#include "report/wait_chains.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lab::report {
namespace {

constexpr double half_width = 84;
constexpr double half_height = 23;
constexpr double beside = 7;         // a level arrow lies so far above or below the middle
constexpr double gap_between = 130;  // of boxes in a row: room for the words on the arrow

struct Node {
    WaitNode what;
    double x = 0;
    double y = 0;
};

// Where the line from one node to another leaves the box around the first.
std::pair<double, double> edge_of(const Node& from, const Node& to, double gap) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = std::hypot(dx, dy);
    const double across = std::abs(dx) < 1e-6 ? 1e9 : half_width / std::abs(dx);
    const double down = std::abs(dy) < 1e-6 ? 1e9 : half_height / std::abs(dy);
    const double part = std::min(across, down) + gap / length;
    return {from.x + dx * part, from.y + dy * part};
}

std::string arrow(const Node& from, const Node& to) {
    const auto [x1, from_y] = edge_of(from, to, 3);
    const auto [x2, to_y] = edge_of(to, from, 9);
    // A level arrow leaves room for one that comes back, and has its words outside; others have them on the line.
    const bool level = std::abs(from.y - to.y) < 1;
    const double aside = !level ? 0 : x2 > x1 ? -beside : beside;
    const double words = !level ? 4 : x2 > x1 ? -8 : 18;
    return fmt::format(
        "<line class=\"{}\" x1=\"{:.0f}\" y1=\"{:.0f}\" x2=\"{:.0f}\" y2=\"{:.0f}\" marker-end=\"url(#tip)\"/>"
        "<text class=\"edge\" x=\"{:.0f}\" y=\"{:.0f}\">{}</text>\n",
        from.what.thread ? "waits" : "held", x1, from_y + aside, x2, to_y + aside, (x1 + x2) / 2,
        (from_y + to_y) / 2 + aside + words, words_between(from.what, to.what));
}

std::string box(const Node& node) {
    return fmt::format(
        "<rect class=\"{}\" x=\"{:.0f}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" rx=\"{:.0f}\"/>"
        "<text class=\"node\" x=\"{:.0f}\" y=\"{:.0f}\">{}</text>\n",
        node.what.thread ? "thread" : "lock", node.x - half_width, node.y - half_height, 2 * half_width,
        2 * half_height, node.what.thread ? half_height : 3, node.x, node.y + 5, html_entities(node.what.label));
}

std::string svg(double width, double height, const WaitChains& waits, const std::string& drawing) {
    return fmt::format(
        "<svg class=\"graph\" role=\"img\" aria-labelledby=\"graph-title graph-text\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
        "width=\"{0:.0f}\" height=\"{1:.0f}\">\n<title id=\"graph-title\">{2}</title><desc "
        "id=\"graph-text\">{3}</desc>\n<defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"8\" refY=\"5\" "
        "markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 10 5 0 10z\"/></marker></defs>\n{4}"
        "</svg>\n",
        width, height, waits.circle ? "The circle of waits" : "Who waits for what", html_entities(words_of(waits)),
        drawing);
}

std::string rows(const WaitChains& waits) {
    constexpr double step = 2 * half_height + 20;
    std::string drawing;
    double longest = 0;
    double y = half_height + 8;
    for (const WaitChain& chain : waits.chains) {
        std::vector<Node> nodes;
        double x = half_width + 8;
        for (const WaitNode& what : chain) {
            // The words between two threads are longer.
            if (!nodes.empty()) x += 2 * half_width + gap_between + (nodes.back().what.thread && what.thread ? 50 : 0);
            nodes.push_back({what, x, y});
        }
        for (std::size_t at = 0; at + 1 < nodes.size(); ++at) drawing += arrow(nodes[at], nodes[at + 1]);
        for (const Node& node : nodes) drawing += box(node);
        longest = std::max(longest, x + half_width + 8);
        y += step;
    }
    return svg(longest, y - step + half_height + 8, waits, drawing);
}

std::string ellipse(const WaitChains& waits) {
    const double count = static_cast<double>(waits.chains.front().size());
    const bool two = waits.chains.front().size() == 2;
    const double wide = two ? 190 : 160 + 26 * count;
    const double high = two ? 0 : 60 + 22 * count;
    std::vector<Node> nodes;
    for (const WaitNode& what : waits.chains.front()) {
        // The first one on the left, so that two threads and two locks make a cross with the threads at its sides.
        const double angle = std::numbers::pi * (2 * static_cast<double>(nodes.size()) / count - 1);
        nodes.push_back(
            {what, half_width + 8 + wide * (1 + std::cos(angle)), half_height + 8 + high * (1 + std::sin(angle))});
    }
    std::string arrows, boxes;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        arrows += arrow(nodes[at], nodes[(at + 1) % nodes.size()]);
        boxes += box(nodes[at]);
    }
    return svg(2 * (wide + half_width + 8), 2 * (high + half_height + 8), waits, arrows + boxes);
}

}  // namespace

std::string wait_graph(const judge::CaseResult& result) {
    const WaitChains waits = wait_chains(result);
    if (waits.chains.empty()) return {};
    return waits.circle ? ellipse(waits) : rows(waits);
}

}  // namespace lab::report
