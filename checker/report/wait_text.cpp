// wait_text.cpp: a circle as two rows with arrows at their ends, or from top to bottom where these are too wide.
#include "report/wait_text.hpp"

#include "report/visible.hpp"
#include "report/wait_chains.hpp"

#include <algorithm>

namespace lab::report {
namespace {

using Lines = std::vector<std::string>;

std::size_t widest_of(const Lines& lines) {
    std::size_t widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, width(line));
    return widest;
}

std::string boxed(const WaitNode& node) { return node.thread ? "(" + node.label + ")" : "[" + node.label + "]"; }

std::string padded(const std::string& text, std::size_t columns) {
    const std::size_t room = columns > width(text) ? columns - width(text) : 0;
    return std::string(room / 2, ' ') + text + std::string(room - room / 2, ' ');
}

// " -- waits for --> "
std::string arrow(const WaitNode& from, const WaitNode& to, bool back = false) {
    return (back ? " <-- " : " -- ") + std::string(words_between(from, to)) + (back ? " -- " : " --> ");
}

std::string row(const WaitChain& nodes) {
    std::string line = boxed(nodes.front());
    for (std::size_t at = 1; at < nodes.size(); ++at) line += arrow(nodes[at - 1], nodes[at]) + boxed(nodes[at]);
    return line;
}

// What stands between the first and the last node of a row that goes on to the right, or comes back to the left.
std::string middle(const WaitChain& nodes, bool back) {
    std::string text;
    for (std::size_t at = 1; at < nodes.size(); ++at) {
        const std::string step = arrow(nodes[at - 1], nodes[at], back);
        const std::string node = at + 1 < nodes.size() ? boxed(nodes[at]) : "";
        text = back ? node + step + text : text + step + node;
    }
    return text;
}

// Longer by its arrows, as evenly as it goes.
std::string stretched(std::string text, std::size_t columns) {
    for (std::size_t from = 0; width(text) < columns;) {
        std::size_t at = text.find("--", from);
        if (at == std::string::npos) at = text.find("--");
        text.insert(at, 1, '-');
        from = text.find_first_not_of('-', at);
    }
    return text;
}

// A thread and what it holds itself.
Lines one_row(const WaitChain& circle) {
    const std::string top = row(circle);
    const std::size_t left = width(boxed(circle[0])) / 2;
    const std::size_t between = width(top) - width(boxed(circle[1])) / 2 - left - 2;
    const std::string margin(left, ' ');
    std::string back = std::string(" ") + words_between(circle[1], circle[0]) + " ";
    while (back.size() < between) back = back.size() % 2 == 0 ? back + "-" : "-" + back;
    return {top, margin + "^" + std::string(between, ' ') + "|", margin + "+" + back + "+"};
}

// Half of the nodes above, from left to right, the others below, from right to left.
Lines two_rows(const WaitChain& circle) {
    const auto half = static_cast<std::ptrdiff_t>(circle.size() / 2);
    const WaitChain above(circle.begin(), circle.begin() + half), below(circle.begin() + half, circle.end());
    const std::string down = words_between(above.back(), below.front()),
                      up = words_between(below.back(), above.front());
    const std::string corners[2][2] = {{boxed(above.front()), boxed(above.back())},
                                       {boxed(below.back()), boxed(below.front())}};
    const std::string middles[2] = {middle(above, false), middle(below, true)};
    const std::size_t left = std::max({width(corners[0][0]), width(corners[1][0]), width(up)});
    const std::size_t right = std::max({width(corners[0][1]), width(corners[1][1]), width(down)});
    std::size_t wide = 0;
    for (const int at : {0, 1})
        wide = std::max(
            wide, (left + width(corners[at][0])) / 2 + width(middles[at]) + (right + width(corners[at][1]) + 1) / 2);
    const auto line = [&](int at) {
        const std::size_t start = (left - width(corners[at][0])) / 2;
        const std::size_t end = wide - right + (right - width(corners[at][1])) / 2;
        return std::string(start, ' ') + corners[at][0] + stretched(middles[at], end - start - width(corners[at][0])) +
               corners[at][1];
    };
    const auto side = [&](const std::string& one, const std::string& other) {
        std::string text = padded(one, left) + std::string(wide - left - right, ' ') + padded(other, right);
        text.erase(text.find_last_not_of(' ') + 1);
        return text;
    };
    return {line(0), side("^", "|"), side(up, down), side("|", "v"), line(1)};
}

Lines top_to_bottom(const WaitChain& circle) {
    Lines lines;
    for (std::size_t at = 0; at < circle.size(); ++at) {
        lines.push_back((at == 0 ? "+-> " : "|   ") + boxed(circle[at]));
        const bool last = at + 1 == circle.size();
        lines.push_back(std::string(last ? "+------ " : "|     | ") +
                        words_between(circle[at], circle[(at + 1) % circle.size()]));
    }
    return lines;
}

}  // namespace

Lines wait_text(const judge::CaseResult& result, std::size_t columns) {
    const WaitChains waits = wait_chains(result);
    Lines lines;
    if (!waits.circle) {
        for (const WaitChain& chain : waits.chains) {
            lines.push_back(boxed(chain.front()));
            for (std::size_t at = 1; at < chain.size(); ++at) {
                const std::string step = arrow(chain[at - 1], chain[at]) + boxed(chain[at]);
                if (width(lines.back() + step) > columns) lines.emplace_back(3, ' ');  // goes on below
                lines.back() += step;
            }
        }
        for (std::string& line : lines) line = shortened(line, columns);
        return lines;
    }
    const WaitChain& circle = waits.chains.front();
    if (circle.size() % 2 == 0) lines = circle.size() == 2 ? one_row(circle) : two_rows(circle);
    return lines.empty() || widest_of(lines) > columns ? top_to_bottom(circle) : lines;
}

}  // namespace lab::report
