// wait_graph.cpp: puts the threads and locks of the circle around an ellipse.
#include "report/wait_graph.hpp"

#include "report/escape.hpp"
#include "report/visible.hpp"
#include "report/waits.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

namespace lab::report {
namespace {

constexpr std::size_t most_nodes = 12;
constexpr std::size_t longest_label = 20;
constexpr double half_width = 84;
constexpr double half_height = 23;

struct Node {
    std::string label;
    bool thread = false;
    double x = 0;
    double y = 0;
    double across = half_width;  // half of its width
};

std::vector<Node> nodes_of(const judge::CaseResult& result, const std::vector<Wait>& circle) {
    std::vector<Node> nodes;
    for (const Wait& wait : circle) {
        nodes.push_back({shortened(visible(thread_name(result, wait.thread)), longest_label), true});
        if (!wait.object.empty()) nodes.push_back({shortened(visible(wait.object), longest_label), false});
    }
    return nodes;
}

// Where the line from one node to another leaves the box around the first.
std::pair<double, double> edge_of(const Node& from, const Node& to, double gap) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = std::hypot(dx, dy);
    const double across = std::abs(dx) < 1e-6 ? 1e9 : from.across / std::abs(dx);
    const double down = std::abs(dy) < 1e-6 ? 1e9 : half_height / std::abs(dy);
    const double part = std::min(across, down) + gap / length;
    return {from.x + dx * part, from.y + dy * part};
}

std::string arrow(const Node& from, const Node& to) {
    const auto [x1, y1] = edge_of(from, to, 3);
    const auto [x2, y2] = edge_of(to, from, 9);
    const bool waits = from.thread;
    const char* const words = waits ? "waits for" : "is held by";
    // Beside the line, on the outer side if it is steep.
    const double x = (x1 + x2) / 2;
    const double y = (y1 + y2) / 2;
    return fmt::format(
        "<line class=\"{}\" x1=\"{:.0f}\" y1=\"{:.0f}\" x2=\"{:.0f}\" y2=\"{:.0f}\" marker-end=\"url(#tip)\"/>"
        "<text class=\"edge\" x=\"{:.0f}\" y=\"{:.0f}\">{}</text>\n",
        waits ? "waits" : "held", x1, y1, x2, y2, x, y + 4, words);
}

std::string box(const Node& node) {
    return fmt::format(
        "<rect class=\"{}\" x=\"{:.0f}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" rx=\"{:.0f}\"/>"
        "<text class=\"node\" x=\"{:.0f}\" y=\"{:.0f}\">{}</text>\n",
        node.thread ? "thread" : "lock", node.x - node.across, node.y - half_height, 2 * node.across, 2 * half_height,
        node.thread ? half_height : 3, node.x, node.y + 5, html_entities(node.label));
}

}  // namespace

std::string wait_graph(const judge::CaseResult& result) {
    const std::vector<Wait> circle = circle_of(waits_at_end(result));
    std::vector<Node> nodes = nodes_of(result, circle);
    if (nodes.size() < 2 || nodes.size() > most_nodes) return {};
    const double count = static_cast<double>(nodes.size());
    const double wide = nodes.size() == 2 ? 190 : 160 + 26 * count;
    const double high = nodes.size() == 2 ? 0 : 60 + 22 * count;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        // The first one on the left, so that two threads and two locks make a cross with the threads at its sides.
        const double angle = std::numbers::pi * (2 * static_cast<double>(at) / count - 1);
        nodes[at].x = half_width + 8 + wide * (1 + std::cos(angle));
        nodes[at].y = half_height + 8 + high * (1 + std::sin(angle));
    }
    std::string description;
    std::string arrows;
    std::string boxes;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const Node& next = nodes[(at + 1) % nodes.size()];
        description += nodes[at].label + (nodes[at].thread ? " waits for " : " is held by ") + next.label + ". ";
        arrows += arrow(nodes[at], next);
        boxes += box(nodes[at]);
    }
    const double width = 2 * (wide + half_width + 8);
    const double height = 2 * (high + half_height + 8);
    return fmt::format(
        "<svg class=\"graph\" role=\"img\" aria-labelledby=\"graph-title graph-text\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
        "width=\"{0:.0f}\" height=\"{1:.0f}\">\n<title id=\"graph-title\">The circle of waits</title><desc "
        "id=\"graph-text\">{2}</desc>\n<defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"8\" refY=\"5\" "
        "markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 10 5 0 10z\"/></marker></defs>\n{3}{4}"
        "</svg>\n",
        width, height, html_entities(description), arrows, boxes);
}

}  // namespace lab::report
