// forbidden.cpp: looks for words in C++ text, outside of comments and literals.
#include "judge/forbidden.hpp"

#include "evidence/source_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace lab::judge {
namespace {

bool is_word(char character) { return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_'; }

// The first character from `at` on that is no space, or the end.
std::size_t skip_spaces(const std::string& code, std::size_t at) {
    while (at < code.size() && std::isspace(static_cast<unsigned char>(code[at])) != 0) ++at;
    return at;
}

// Whether the word that ends before `end` is given a meaning here: a function with its body, or a variable.
bool defines(const std::string& code, std::size_t end) {
    std::size_t at = skip_spaces(code, end);
    if (at == code.size()) return false;
    if (code[at] == '=') return at + 1 < code.size() && code[at + 1] != '=';
    if (code[at] != '(') return false;
    for (int open = 0; at < code.size(); ++at) {
        if (code[at] == '(') ++open;
        if (code[at] == ')' && --open == 0) break;
    }
    if (at == code.size()) return false;
    const std::size_t body = code.find_first_of("{;()=,?", at + 1);  // after `const`, `override`, `-> bool`, ...
    return body != std::string::npos && code[body] == '{';
}

// Whether a using-declaration or a using-directive may make the library's meaning of `word` visible without its
// namespace.
bool imported(const std::string& code, std::string_view word) {
    if (code.find("this_thread;") != std::string::npos) return true;  // using namespace, or another name for it
    return code.find("::" + std::string(word) + ";") != std::string::npos;
}

// Whether `word` is the name of something that the hand-in defines itself.
bool defined_in(const std::string& code, std::string_view word) {
    for (std::size_t at = code.find(word); at != std::string::npos; at = code.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool whole = (at == 0 || !is_word(code[at - 1])) && (end == code.size() || !is_word(code[end]));
        if (whole && defines(code, end)) return true;
    }
    return false;
}

// Whether the word at `at` is said to be none of the hand-in's own, as in ::sleep(1) and
// std::this_thread::sleep_for(1s).
bool is_of_library(const std::string& code, std::size_t at) {
    if (at < 2 || code[at - 1] != ':' || code[at - 2] != ':') return false;
    const std::string_view before(code.data(), at - 2);
    return before.empty() || !is_word(before.back()) || before.ends_with("this_thread");
}

}  // namespace

std::optional<std::string> find_sleep(const HandIn& hand_in) {
    constexpr std::array<std::string_view, 6> words = {"sleep_for", "sleep_until", "usleep",
                                                       "nanosleep", "sleep",       "clock_nanosleep"};
    for (const HandIn::File& file : hand_in.files) {
        const std::string code = evidence::code_only(file.text);
        for (std::size_t at = 0; at < code.size();) {
            if (!is_word(code[at])) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < code.size() && is_word(code[end])) ++end;
            const std::string_view word(code.data() + at, end - at);
            const std::size_t next = skip_spaces(code, end);
            const bool called = next < code.size() && code[next] == '(';
            const bool member =
                at > 0 && (code[at - 1] == '.' || (at > 1 && code[at - 1] == '>' && code[at - 2] == '-'));
            if (called && !member && std::find(words.begin(), words.end(), word) != words.end() &&
                (is_of_library(code, at) || imported(code, word) || !defined_in(code, word))) {
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
