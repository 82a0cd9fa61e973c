// markup.cpp: escapes, shortens and wraps.
#include "report/markup.hpp"

#include "report/escape.hpp"
#include "report/visible.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace lab::report {

using judge::Verdict;

std::string brief(const std::string& text, std::size_t columns) {
    return html_entities(shortened(visible(text.substr(0, 4 * columns)), columns));
}

std::string with_code(const std::string& text) {
    std::string html = brief(text);
    if (std::count(html.begin(), html.end(), '`') % 2 != 0) return html;
    for (bool inside = false; html.find('`') != std::string::npos; inside = !inside)
        html.replace(html.find('`'), 1, inside ? "</code>" : "<code>");
    return html;
}

std::string paragraph(const std::string& text, const char* kind) {
    if (text.empty()) return {};
    return fmt::format("<p{}>{}</p>\n", *kind == '\0' ? std::string() : fmt::format(" class=\"{}\"", kind),
                       with_code(text));
}

std::string block(const std::string& text, std::size_t bytes) {
    if (text.empty()) return "<p>(nothing)</p>\n";
    const std::string more = text.size() > bytes ? "\n... and more" : "";
    return "<pre>" + html_text(text.substr(0, bytes), true) + more + "</pre>\n";
}

const char* kind_of(Verdict verdict) {
    if (verdict == Verdict::passed) return "good";
    return verdict == Verdict::unfinished || verdict == Verdict::inconclusive ? "open" : "bad";
}

std::string badge(Verdict verdict) {
    const std::string kind = kind_of(verdict);
    const char* const sign = kind == "good" ? "&#10003;" : kind == "open" ? "?" : "&#10007;";
    return fmt::format("<span class=\"badge {}\"><span aria-hidden=\"true\">{}</span> {}</span>", kind, sign,
                       name(verdict));
}

std::string case_title(const judge::CaseResult& item) {
    return item.kind == "program" ? "the program, main()" : "&ldquo;" + brief(item.name, 200) + "&rdquo;";
}

std::string page_html(const Page& page) {
    return fmt::format(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; "
        "script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
        "{}<script>{}</script>\n</body>\n</html>\n",
        page.style_hash, page.script_hash, brief(page.title, 200), page.style, page.body, page.script);
}

}  // namespace lab::report
