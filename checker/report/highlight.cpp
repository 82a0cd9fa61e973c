// highlight.cpp: a scanner for C++ that knows just enough to colour it.
#include "report/highlight.hpp"

#include "report/escape.hpp"
#include "report/visible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace lab::report {
namespace {

constexpr std::size_t longest_line = 240;  // columns

constexpr std::array<std::string_view, 79> keywords = {
    "alignas",      "alignof",       "auto",         "bool",      "break",
    "case",         "catch",         "char",         "char8_t",   "class",
    "co_await",     "co_return",     "co_yield",     "concept",   "const",
    "const_cast",   "consteval",     "constexpr",    "constinit", "continue",
    "decltype",     "default",       "delete",       "do",        "double",
    "dynamic_cast", "else",          "enum",         "explicit",  "export",
    "extern",       "false",         "final",        "float",     "for",
    "friend",       "goto",          "if",           "inline",    "int",
    "long",         "mutable",       "namespace",    "new",       "noexcept",
    "not",          "nullptr",       "operator",     "or",        "override",
    "private",      "protected",     "public",       "register",  "reinterpret_cast",
    "requires",     "return",        "short",        "signed",    "sizeof",
    "static",       "static_assert", "static_cast",  "struct",    "switch",
    "template",     "this",          "thread_local", "throw",     "true",
    "try",          "typedef",       "typename",     "union",     "unsigned",
    "using",        "virtual",       "void",         "while"};

bool is_word(char character) {
    return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_' ||
           static_cast<unsigned char>(character) >= 0x80;
}

std::string without_tabs(std::string_view line) {
    std::string result;
    for (const char character : line) {
        if (character == '\t')
            result.append(4 - result.size() % 4, ' ');
        else if (character != '\r')
            result += character;
    }
    return result;
}

class Scanner {
public:
    std::string line(std::string_view raw) {
        const std::string text = shortened(visible(without_tabs(raw)), longest_line);
        html_.clear();
        std::size_t at = 0;
        if (!end_.empty()) at = inside(text, 0);
        const std::size_t first = text.find_first_not_of(' ', at);
        if (at == 0 && first != std::string::npos && text[first] == '#') {
            add('\0', text.substr(0, first));
            std::size_t end = first + 1;
            while (end < text.size() && text[end] == ' ') ++end;
            while (end < text.size() && is_word(text[end])) ++end;
            add('p', text.substr(first, end - first));
            at = end;
        }
        while (at < text.size()) at = token(text, at);
        return html_;
    }

private:
    void add(char kind, const std::string& text) {
        if (text.empty()) return;
        if (kind == '\0')
            html_ += html_entities(text);
        else
            html_ += fmt::format("<span class=\"{}\">{}</span>", kind, html_entities(text));
    }

    // What began in an earlier line, or here: a comment or a raw string, up to where it ends.
    std::size_t inside(const std::string& text, std::size_t from, std::size_t search = 0) {
        const std::size_t found = text.find(end_, std::max(from, search));
        const std::size_t end = found == std::string::npos ? text.size() : found + end_.size();
        add(kind_, text.substr(from, end - from));
        if (found != std::string::npos) end_.clear();
        return end;
    }

    std::size_t quoted(const std::string& text, std::size_t at) {
        std::size_t end = at + 1;
        while (end < text.size() && text[end] != text[at]) end += text[end] == '\\' ? 2 : 1;
        end = std::min(end + 1, text.size());
        add('s', text.substr(at, end - at));
        return end;
    }

    std::size_t token(const std::string& text, std::size_t at) {
        const char character = text[at];
        if (text.compare(at, 2, "//") == 0) {
            add('c', text.substr(at));
            return text.size();
        }
        if (text.compare(at, 2, "/*") == 0) {
            end_ = "*/";
            kind_ = 'c';
            return inside(text, at, at + 2);
        }
        if (text.compare(at, 2, "R\"") == 0) {
            const std::size_t open = text.find('(', at);
            if (open != std::string::npos) {
                end_ = ")" + text.substr(at + 2, open - at - 2) + "\"";
                kind_ = 's';
                return inside(text, at, open + 1);
            }
        }
        if (character == '"' || character == '\'') return quoted(text, at);
        std::size_t end = at + 1;
        if (std::isdigit(static_cast<unsigned char>(character)) != 0) {
            while (end < text.size() && (is_word(text[end]) || text[end] == '.' || text[end] == '\'')) ++end;
            add('n', text.substr(at, end - at));
            return end;
        }
        if (is_word(character)) {
            while (end < text.size() && is_word(text[end])) ++end;
            const std::string word = text.substr(at, end - at);
            add(std::find(keywords.begin(), keywords.end(), word) != keywords.end() ? 'k' : '\0', word);
            return end;
        }
        add('\0', text.substr(at, 1));
        return end;
    }

    std::string html_;
    std::string end_;  // of what reaches beyond the line; empty: nothing does
    char kind_ = 'c';
};

}  // namespace

std::vector<std::string> highlighted(std::string_view source) {
    std::vector<std::string> lines;
    Scanner scanner;
    for (std::size_t at = 0; at < source.size();) {
        const std::size_t end = std::min(source.find('\n', at), source.size());
        lines.push_back(scanner.line(source.substr(at, end - at)));
        at = end + 1;
    }
    return lines;
}

}  // namespace lab::report
