// action.cpp: two tables: keys, and words.
#include "play/action.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace lab::play {

namespace {

using Kind = Action::Kind;

constexpr std::array<std::pair<char, Kind>, 14> letters = {{{' ', Kind::on},
                                                            {'t', Kind::type},
                                                            {'o', Kind::older},
                                                            {'b', Kind::back},
                                                            {'u', Kind::back},
                                                            {'n', Kind::forward},
                                                            {'r', Kind::start},
                                                            {'f', Kind::jump},
                                                            {']', Kind::next_failing},
                                                            {'[', Kind::previous_failing},
                                                            {'c', Kind::next_case},
                                                            {'s', Kind::schedule},
                                                            {'?', Kind::help},
                                                            {'q', Kind::quit}}};

constexpr std::array<std::pair<std::string_view, Kind>, 16> words = {{{"on", Kind::on},
                                                                      {"older", Kind::older},
                                                                      {"back", Kind::back},
                                                                      {"forward", Kind::forward},
                                                                      {"start", Kind::start},
                                                                      {"jump", Kind::jump},
                                                                      {"next", Kind::next_failing},
                                                                      {"previous", Kind::previous_failing},
                                                                      {"case", Kind::next_case},
                                                                      {"show", Kind::show},
                                                                      {"values", Kind::values},
                                                                      {"schedule", Kind::schedule},
                                                                      {"help", Kind::help},
                                                                      {"?", Kind::help},
                                                                      {"quit", Kind::quit},
                                                                      {"q", Kind::quit}}};

std::optional<int> number_in(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

std::optional<Action> action_of(const terminal::Key& key) {
    using KeyKind = terminal::Key::Kind;
    switch (key.kind) {
        case KeyKind::left:
        case KeyKind::backspace: return Action{Kind::back};
        case KeyKind::right: return Action{Kind::forward};
        case KeyKind::home: return Action{Kind::start};
        case KeyKind::end: return Action{Kind::jump};
        case KeyKind::enter: return Action{Kind::on};
        case KeyKind::page_down: return Action{Kind::next_failing};
        case KeyKind::page_up: return Action{Kind::previous_failing};
        case KeyKind::character: break;
        default: return std::nullopt;
    }
    if (key.text.size() != 1) return std::nullopt;
    const char letter = key.text[0];
    if (letter >= '0' && letter <= '9') return Action{Kind::step, letter - '0'};
    const auto found = std::ranges::find(letters, letter, &std::pair<char, Kind>::first);
    return found == letters.end() ? std::nullopt : std::optional(Action{found->second});
}

Action action_of(std::string_view line) {
    line = trimmed(line);
    if (line.empty()) return {Kind::show};
    if (const auto number = number_in(line)) return {Kind::step, number};
    const std::size_t blank = line.find(' ');
    const std::string_view word = line.substr(0, blank);
    const std::string_view rest = blank == std::string_view::npos ? std::string_view() : trimmed(line.substr(blank));
    const auto found = std::ranges::find(words, word, &std::pair<std::string_view, Kind>::first);
    const bool takes_number = found != words.end() && (found->second == Kind::jump || found->second == Kind::next_case);
    const auto number = number_in(rest);
    if (found == words.end() || (!rest.empty() && !(takes_number && number)))
        return {Kind::unknown, std::nullopt, std::string(line)};
    return {found->second, number};
}

}  // namespace lab::play
