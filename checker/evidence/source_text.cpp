// source_text.cpp: a scanner for comments and literals of C++.
#include "evidence/source_text.hpp"

#include <algorithm>
#include <cctype>

namespace lab::evidence {
namespace {

bool is_word(char character) { return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_'; }

// Blanks out text[from, to) except its line breaks.
void blank(std::string& text, std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < std::min(to, text.size()); ++at)
        if (text[at] != '\n') text[at] = ' ';
}

// The end of the raw string literal whose opening quote is at `quote`.
std::size_t end_of_raw(const std::string& text, std::size_t quote) {
    const std::size_t open = text.find('(', quote);
    if (open == std::string::npos) return text.size();
    const std::string closing = ")" + text.substr(quote + 1, open - quote - 1) + "\"";
    const std::size_t close = text.find(closing, open);
    return close == std::string::npos ? text.size() : close + closing.size();
}

// The end of the literal that `quote` opens; it ends with its line if it is not closed.
std::size_t end_of_literal(const std::string& text, std::size_t quote) {
    for (std::size_t at = quote + 1; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == text[quote]) {
            return at + 1;
        } else if (text[at] == '\n') {
            return at;
        }
    }
    return text.size();
}

}  // namespace

std::string code_only(const std::string& text) {
    std::string code = text;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        if (text.compare(at, 2, "//") == 0) {
            end = std::min(text.find('\n', at), text.size());
            blank(code, at, end);
        } else if (text.compare(at, 2, "/*") == 0) {
            const std::size_t close = text.find("*/", at + 2);
            end = close == std::string::npos ? text.size() : close + 2;
            blank(code, at, end);
        } else if (text[at] == '"') {
            end = at > 0 && text[at - 1] == 'R' ? end_of_raw(text, at) : end_of_literal(text, at);
            blank(code, at + 1, end - 1);
        } else if (text[at] == '\'' && (at == 0 || !is_word(text[at - 1]))) {  // not the separator of 1'000
            end = end_of_literal(text, at);
            blank(code, at + 1, end - 1);
        }
        at = end;
    }
    return code;
}

}  // namespace lab::evidence
