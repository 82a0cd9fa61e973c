// slide_grid.cpp: lays a slide out: a head, columns for the threads, words, and a line with the keys.
#include "demo/slide_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "report/visible.hpp"
#include "report/wrap.hpp"

namespace lab::demo {

namespace {

using terminal::Grid;
using terminal::Key;
using terminal::Style;

constexpr std::size_t head = 3;  // rows above the slide's own: heading, rule, gap
constexpr std::size_t foot = 2;  // and below: gap, keys
constexpr std::size_t narrowest_column = 34;
constexpr std::ptrdiff_t most_around = 4;  // lines of code before and behind the current one
constexpr const char* keys = " space or right: on   left: back   up, down: scroll   q: end";

struct Piece {
    std::size_t column = 0;
    std::string text;
    Style style = Style::plain;
};
using Row = std::vector<Piece>;

Style style_of(Role role) {
    switch (role) {
        case Role::plain: return Style::plain;
        case Role::strong: return Style::strong;
        case Role::faint: return Style::faint;
        case Role::code: return Style::plain;
        case Role::picture: return Style::strong;
        case Role::good: return Style::good;
        case Role::bad: return Style::bad;
        case Role::added: return Style::good;
        case Role::removed: return Style::bad;
    }
    return Style::plain;
}

bool is_code(Role role) {
    return role == Role::code || role == Role::picture || role == Role::added || role == Role::removed;
}

// One thread in so many columns: what it does, what it holds, where it is ...
std::vector<Piece> state_rows(const Column& column, std::size_t width) {
    std::vector<Piece> rows;
    rows.push_back({0, (column.moved ? "> " : "  ") + column.thread + (column.waits ? "  WAITS" : ""),
                    column.moved ? Style::title : Style::strong});
    for (const std::string& line : report::wrap(column.doing, width - 4))
        rows.push_back({2, line, column.waits ? Style::bad : Style::plain});
    for (const std::string& lock : column.holds) rows.push_back({2, "holds " + lock, Style::warning});
    rows.push_back({2, column.place, Style::faint});
    return rows;
}

// ... and up to so many lines of code around: its current line whole, of the others what fits.
std::vector<Piece> code_rows(const Column& column, std::size_t width, std::ptrdiff_t around) {
    std::vector<Piece> rows;
    const auto current =
        std::find_if(column.code.begin(), column.code.end(), [](const CodeLine& line) { return line.current; });
    for (const CodeLine& line : column.code) {
        if (std::abs(&line - column.code.data() - (current - column.code.begin())) > around) continue;
        if (!line.current) {
            rows.push_back({0, fmt::format(" {:>3} {}", line.number, line.text), Style::faint});
            continue;
        }
        const std::size_t indent = std::min({line.text.find_first_not_of(' '), width / 3, line.text.size()});
        std::string before = fmt::format(">{:>3} {}", line.number, std::string(indent, ' '));
        for (const std::string& part : report::wrap(line.text.substr(indent), width - 2 - before.size())) {
            rows.push_back({0, before + part, Style::marked});
            before.assign(before.size(), ' ');
        }
    }
    return rows;
}

// As many threads side by side as are wide enough, their code at the same height; the others below them.
void add_columns(std::vector<Row>& rows, const std::vector<Column>& columns, std::size_t width, std::ptrdiff_t around) {
    if (columns.empty()) return;
    const std::size_t beside = std::clamp<std::size_t>(width / narrowest_column, 1, columns.size());
    const std::size_t each = width / beside;
    const auto add = [&](std::size_t first, const auto& pieces_of) {
        const std::size_t top = rows.size();
        for (std::size_t at = first; at < std::min(first + beside, columns.size()); ++at) {
            std::size_t row = top;
            for (Piece& piece : pieces_of(columns[at], each)) {
                if (rows.size() <= row) rows.emplace_back();
                piece.text = report::shortened(piece.text, each - 2 - piece.column);
                piece.column += (at - first) * each + 1;
                rows[row++].push_back(std::move(piece));
            }
        }
    };
    for (std::size_t first = 0; first < columns.size(); first += beside) {
        add(first, state_rows);
        add(first,
            [&](const Column& column, std::size_t columns_wide) { return code_rows(column, columns_wide, around); });
        rows.emplace_back();
    }
}

std::vector<Row> rows_of(const Slide& slide, std::size_t width, std::ptrdiff_t around = most_around) {
    std::vector<Row> rows;
    const std::size_t room = width - 2;
    for (const Line& line : slide.lines) {
        const Style style = style_of(line.role);
        if (line.text.empty())
            rows.emplace_back();
        else if (is_code(line.role))
            rows.push_back({{1, report::shortened(line.text, room), style}});
        else
            for (const std::string& part : report::wrap(line.text, room)) rows.push_back({{1, part, style}});
    }
    if (!slide.lines.empty() && !slide.columns.empty()) rows.emplace_back();
    add_columns(rows, slide.columns, width, around);
    if (!slide.values.empty()) {
        std::string text;
        for (const std::string& value : slide.values) text += (text.empty() ? "" : ", ") + value;
        for (const std::string& part : report::wrap("Memory: " + text, room)) rows.push_back({{1, part}});
    }
    if (!slide.output.empty()) {
        rows.push_back({{1, "Printed so far:"}});
        for (std::size_t at = 0; at < slide.output.size();) {
            const std::size_t end = std::min(slide.output.find('\n', at), slide.output.size());
            rows.push_back({{3, slide.output.substr(at, end - at)}});
            at = end + 1;
        }
    }
    return rows;
}

// With as much code around the current lines as there is room for, so that all threads are seen at once.
std::vector<Row> fitted_rows(const Slide& slide, std::size_t columns, std::size_t height) {
    const std::size_t width = std::max(columns, narrowest_column);
    const std::size_t room = height > head + foot ? height - head - foot : 1;
    std::vector<Row> rows = rows_of(slide, width);
    for (std::ptrdiff_t around = most_around; around-- > 0 && rows.size() > room && !slide.columns.empty();)
        rows = rows_of(slide, width, around);
    return rows;
}

Grid draw_rows(const std::vector<Row>& rows, const Slide& slide, const std::string& where, std::size_t scroll,
               std::size_t columns, std::size_t height) {
    Grid grid(columns, height);
    const std::size_t width_of_where = report::width(where) + 2;
    grid.put(0, 1, slide.heading, slide.kind == Slide::Kind::question ? Style::warning : Style::title,
             columns > width_of_where + 1 ? columns - width_of_where - 1 : 0);
    if (columns > width_of_where) grid.put(0, columns - width_of_where + 1, where, Style::faint);
    grid.rule(1, '-');
    const std::size_t room = height > head + foot ? height - head - foot : 0;
    for (std::size_t at = 0; at < room && scroll + at < rows.size(); ++at)
        for (const Piece& piece : rows[scroll + at]) grid.put(head + at, piece.column, piece.text, piece.style);
    const bool more = scroll + room < rows.size();
    if (height > 0) grid.put(height - 1, 0, fmt::format("{}{}", more ? " (down: more) " : "", keys), Style::faint);
    return grid;
}

std::size_t last_scroll(const Slide& slide, std::size_t columns, std::size_t rows) {
    const std::size_t room = rows > head + foot ? rows - head - foot : 1;
    const std::size_t size = fitted_rows(slide, columns, rows).size();
    return size > room ? size - room : 0;
}

}  // namespace

Grid draw(const std::vector<Slide>& slides, Position position, std::size_t columns, std::size_t rows) {
    const Slide& slide = slides.at(position.slide);
    return draw_rows(fitted_rows(slide, columns, rows), slide, fmt::format("{}/{}", position.slide + 1, slides.size()),
                     position.scroll, columns, rows);
}

Position pressed(const std::vector<Slide>& slides, Position position, const Key& key, std::size_t columns,
                 std::size_t rows) {
    const std::size_t last = slides.size() - 1;
    const auto to = [](std::size_t slide) { return Position{slide, 0, false}; };
    const std::size_t bottom = last_scroll(slides[position.slide], columns, rows);
    switch (key.kind) {
        case Key::Kind::right:
        case Key::Kind::page_down:
        case Key::Kind::enter: return to(std::min(last, position.slide + 1));
        case Key::Kind::left:
        case Key::Kind::page_up:
        case Key::Kind::backspace: return to(position.slide == 0 ? 0 : position.slide - 1);
        case Key::Kind::home: return to(0);
        case Key::Kind::end: return to(last);
        case Key::Kind::down: position.scroll = std::min(bottom, position.scroll + 1); return position;
        case Key::Kind::up: position.scroll -= position.scroll > 0 ? 1 : 0; return position;
        case Key::Kind::resized: position.scroll = std::min(bottom, position.scroll); return position;
        case Key::Kind::stopped:
        case Key::Kind::gone: position.ended = true; return position;
        case Key::Kind::escape:
        case Key::Kind::time_out: return position;
        case Key::Kind::character: break;
    }
    if (key.is(' ') || key.is('n')) return to(std::min(last, position.slide + 1));
    if (key.is('p') || key.is('b')) return to(position.slide == 0 ? 0 : position.slide - 1);
    position.ended = key.is('q');
    return position;
}

std::string text_of(const std::vector<Slide>& slides, std::size_t columns) {
    std::string text;
    for (std::size_t at = 0; at < slides.size(); ++at) {
        const std::vector<Row> rows = rows_of(slides[at], columns);
        const std::string whole = draw_rows(rows, slides[at], fmt::format("{}/{}", at + 1, slides.size()), 0, columns,
                                            head + rows.size() + foot)
                                      .text();
        text += whole.substr(0, whole.rfind("\n ", whole.size() - 2) + 1);  // without the keys
    }
    return text;
}

}  // namespace lab::demo
