// forbidden.cpp: looks for words in C++ text, outside of comments and literals.
#include "judge/forbidden.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace lab::judge {
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

std::optional<std::string> find_sleep(const HandIn& hand_in) {
    constexpr std::array<std::string_view, 6> words = {"sleep_for", "sleep_until", "usleep",
                                                       "nanosleep", "sleep",       "clock_nanosleep"};
    for (const HandIn::File& file : hand_in.files) {
        const std::string code = code_only(file.text);
        for (std::size_t at = 0; at < code.size();) {
            if (!is_word(code[at])) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < code.size() && is_word(code[end])) ++end;
            const std::string_view word(code.data() + at, end - at);
            std::size_t next = end;
            while (next < code.size() && std::isspace(static_cast<unsigned char>(code[next])) != 0) ++next;
            const bool called = next < code.size() && code[next] == '(';
            const bool member =
                at > 0 && (code[at - 1] == '.' || (at > 1 && code[at - 1] == '>' && code[at - 2] == '-'));
            if (called && !member && std::find(words.begin(), words.end(), word) != words.end()) {
                const auto line = 1 + std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at), '\n');
                return "`" + std::string(word) + "` at " + file.shown + ":" + std::to_string(line) +
                       ": this lesson does not allow sleeping. However long a thread sleeps, nothing orders it after "
                       "the other.";
            }
            at = end;
        }
    }
    return std::nullopt;
}

}  // namespace lab::judge
