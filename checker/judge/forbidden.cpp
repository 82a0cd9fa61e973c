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
