// wait_graph.cpp: puts the threads and locks of a circle around an ellipse; waits without a circle in rows.
#include "report/wait_graph.hpp"

#include "report/escape.hpp"
#include "report/visible.hpp"
#include "report/waits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lab::report {
namespace {

constexpr std::size_t most_nodes = 12;
constexpr std::size_t longest_label = 20;
constexpr double half_width = 84;
constexpr double half_height = 23;
constexpr std::size_t most_rows = 6;
constexpr double beside = 7;         // a level arrow lies so far above or below the middle
constexpr double gap_between = 130;  // of boxes in a row: room for the words on the arrow

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

const char* words_between(const Node& from, const Node& to) {
    if (!from.thread) return "is held by";
    return to.thread ? "waits for the end of" : "waits for";
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
        from.thread ? "waits" : "held", x1, from_y + aside, x2, to_y + aside, (x1 + x2) / 2,
        (from_y + to_y) / 2 + aside + words, words_between(from, to));
}

std::string box(const Node& node) {
    return fmt::format(
        "<rect class=\"{}\" x=\"{:.0f}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" rx=\"{:.0f}\"/>"
        "<text class=\"node\" x=\"{:.0f}\" y=\"{:.0f}\">{}</text>\n",
        node.thread ? "thread" : "lock", node.x - node.across, node.y - half_height, 2 * node.across, 2 * half_height,
        node.thread ? half_height : 3, node.x, node.y + 5, html_entities(node.label));
}

std::string svg(double width, double height, const char* title, const std::string& description,
                const std::string& drawing) {
    return fmt::format(
        "<svg class=\"graph\" role=\"img\" aria-labelledby=\"graph-title graph-text\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
        "width=\"{0:.0f}\" height=\"{1:.0f}\">\n<title id=\"graph-title\">{2}</title><desc "
        "id=\"graph-text\">{3}</desc>\n<defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"8\" refY=\"5\" "
        "markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 10 5 0 10z\"/></marker></defs>\n{4}"
        "</svg>\n",
        width, height, title, html_entities(description), drawing);
}

// A row for each thread that nobody waits for: what it waits for, what holds that, and so on to what never comes.
std::string wait_rows(const judge::CaseResult& result, const std::vector<Wait>& waits) {
    const auto of_thread = [&](int thread) {
        return std::find_if(waits.begin(), waits.end(), [&](const Wait& wait) { return wait.thread == thread; });
    };
    const auto waited_for = [&](const Wait& wait) {
        return std::any_of(waits.begin(), waits.end(),
                           [&](const Wait& other) { return other.for_thread == wait.thread; });
    };
    std::string drawing, description;
    std::size_t rows = 0, longest = 0;
    for (const Wait& first : waits) {
        if (waited_for(first) || rows == most_rows) continue;
        std::vector<Wait> chain;
        for (auto at = of_thread(first.thread); at != waits.end() && chain.size() < 3; at = of_thread(at->for_thread))
            chain.push_back(*at);
        std::vector<Node> nodes = nodes_of(result, chain);
        if (const int end = chain.back().for_thread; end >= 0 && of_thread(end) == waits.end())
            nodes.push_back({shortened(visible(thread_name(result, end)), longest_label), true});
        for (std::size_t at = 0; at < nodes.size(); ++at) {
            const bool after_end = at > 0 && nodes[at - 1].thread && nodes[at].thread;
            nodes[at].x =
                at == 0 ? half_width + 8 : nodes[at - 1].x + 2 * half_width + gap_between + (after_end ? 50 : 0);
            nodes[at].y = half_height + 8 + static_cast<double>(rows) * (2 * half_height + 20);
        }
        for (std::size_t at = 0; at + 1 < nodes.size(); ++at) {
            drawing += arrow(nodes[at], nodes[at + 1]);
            description +=
                nodes[at].label + " " + words_between(nodes[at], nodes[at + 1]) + " " + nodes[at + 1].label + ". ";
        }
        for (const Node& node : nodes) drawing += box(node);
        longest = std::max(longest, static_cast<std::size_t>(nodes.back().x + half_width + 8));
        ++rows;
    }
    return svg(static_cast<double>(longest), 16 + static_cast<double>(rows) * (2 * half_height + 20) - 20,
               "Who waits for what", description, drawing);
}

}  // namespace

std::string wait_graph(const judge::CaseResult& result) {
    const std::vector<Wait> waits = waits_at_end(result);
    const std::vector<Wait> circle = circle_of(waits);
    if (circle.empty() && !waits.empty()) return wait_rows(result, waits);
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
        description += nodes[at].label + " " + words_between(nodes[at], next) + " " + next.label + ". ";
        arrows += arrow(nodes[at], next);
        boxes += box(nodes[at]);
    }
    const double width = 2 * (wide + half_width + 8);
    const double height = 2 * (high + half_height + 8);
    return svg(width, height, "The circle of waits", description, arrows + boxes);
}

}  // namespace lab::report
