// deck.cpp: each slide as a section; style and script are deck.css and deck.js.
#include "demo/deck.hpp"

#include <fmt/format.h>

#include "demo/deck_page.hpp"
#include "report/escape.hpp"
#include "report/highlight.hpp"
#include "report/markup.hpp"

namespace lab::demo {

namespace {

// In bytes: the deck stays below 300 kB, whatever the hand-in is.
constexpr std::size_t most_of_deck = 260'000;

const char* class_of(Role role) {
    switch (role) {
        case Role::plain: return "plain";
        case Role::strong: return "strong";
        case Role::faint: return "faint";
        case Role::code:
        case Role::picture: return "code";
        case Role::good: return "good";
        case Role::bad: return "bad";
        case Role::added: return "added";
        case Role::removed: return "removed";
    }
    return "plain";
}

std::string column_html(const Column& column) {
    std::string html =
        fmt::format("<div class=\"thread{}{}{}\"><h3>{}{}{}</h3>", column.moved ? " moved" : "",
                    column.waits ? " waits" : "", column.code.empty() ? " idle" : "", column.moved ? "&#9654; " : "",
                    report::html_entities(column.thread), column.waits ? " (waits)" : "");
    html += "<p class=\"doing\">" + report::html_entities(column.doing) + "</p>";
    for (const std::string& lock : column.holds)
        html += "<p class=\"holds\">holds " + report::html_entities(lock) + "</p>";
    if (!column.place.empty()) html += "<p class=\"faint\">" + report::html_entities(column.place) + "</p>";
    if (!column.code.empty()) html += "<pre>";
    for (const CodeLine& line : column.code) {
        const auto parts = report::highlighted(line.text);
        html += fmt::format("<span class=\"line{}\"><b>{}{:>3}</b> {}</span>", line.current ? " current" : "",
                            line.current ? "&#9654;" : " ", line.number, parts.empty() ? "" : parts.front());
    }
    return html + (column.code.empty() ? "</div>\n" : "</pre></div>\n");
}

bool is_code(Role role) {
    return role == Role::code || role == Role::picture || role == Role::added || role == Role::removed;
}

std::string lines_html(const std::vector<Line>& lines, bool with_drawn) {
    std::string html;
    bool in_code = false;
    for (const Line& line : lines) {
        if (line.drawn && !with_drawn) continue;
        if (is_code(line.role) != in_code) {
            html += in_code ? "</pre>\n" : "<pre class=\"lines\">";
            in_code = !in_code;
        }
        const std::string text = in_code ? report::html_entities(line.text) : report::with_code(line.text);
        if (in_code)
            html += fmt::format("<span class=\"{}\">{}</span>\n", class_of(line.role), text);
        else if (!text.empty())
            html += fmt::format("<p class=\"{}\">{}</p>\n", class_of(line.role), text);
    }
    return html + (in_code ? "</pre>\n" : "");
}

std::string slide_html(const Slide& slide, std::size_t number, std::size_t of) {
    std::string html =
        fmt::format("<section class=\"slide{}\" aria-label=\"Slide {} of {}\">\n<h2 tabindex=\"-1\">{}</h2>\n{}",
                    slide.kind == Slide::Kind::question ? " question" : "", number, of,
                    report::html_entities(slide.heading), lines_html(slide.lines, slide.picture.empty()));
    html += slide.picture;
    // Above the threads, so that nobody has to scroll for it.
    if (!slide.values.empty()) {
        html += "<p class=\"memory\">Memory:";
        for (const std::string& value : slide.values) html += " <code>" + report::html_entities(value) + "</code>";
        html += "</p>\n";
    }
    if (!slide.columns.empty()) {
        html += "<div class=\"threads\">\n";
        for (const Column& column : slide.columns) html += column_html(column);
        html += "</div>\n";
    }
    if (!slide.output.empty()) html += "<p>Printed so far:</p><pre>" + report::html_entities(slide.output) + "</pre>\n";
    return html + "</section>\n";
}

}  // namespace

std::string deck_html(const std::string& title, const std::vector<Slide>& slides) {
    std::string body = "<h1>" + report::brief(title, 200) + "</h1>\n<main>\n";
    for (std::size_t at = 0; at < slides.size(); ++at) {
        std::string slide = slide_html(slides[at], at + 1, slides.size());
        if (body.size() + slide.size() > most_of_deck) {
            body +=
                "<section class=\"slide\"><h2 tabindex=\"-1\">The rest is left out: it is too long for a page.</h2>"
                "</section>\n";
            break;
        }
        body += slide;
    }
    body +=
        "</main>\n<nav id=\"deck\" aria-label=\"Slides\" hidden>\n<button type=\"button\" data-go=\"back\">&#9664; "
        "back</button>\n<button type=\"button\" data-go=\"next\">on &#9654;</button>\n<span id=\"where\"></span>\n"
        "<span class=\"keys\">Keys: <kbd>space</kbd> or <kbd>&rarr;</kbd> on, <kbd>&larr;</kbd> back.</span>\n</nav>\n";
    return report::page_html({title, body, deck_style, deck_style_hash, deck_script, deck_script_hash});
}

}  // namespace lab::demo
