// line.cpp: schedules to moves and back.
#include "play/line.hpp"

#include <algorithm>
#include <charconv>

namespace lab::play {

namespace {

constexpr std::size_t longest = 20'000;  // steps: no interleaving has more

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

bool take_number(std::string_view& text, std::size_t& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || value > longest) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

}  // namespace

std::string schedule_of(const Line& line, std::size_t length, const std::string& visible) {
    std::string text = "s1" + visible + ":";
    length = std::min(length, line.size());
    for (std::size_t at = 0; at < length;) {
        std::size_t end = at + 1;
        while (end < length && line[end] == line[at]) ++end;
        if (at > 0) text += '.';
        text += std::to_string(line[at].thread);
        if (line[at].before_creator) text += '-';
        if (line[at].older > 0) text += '_' + std::to_string(line[at].older);
        if (end - at > 1) text += '*' + std::to_string(end - at);
        at = end;
    }
    return text;
}

std::optional<Line> line_of(std::string_view schedule) {
    const std::string visible = visible_of(schedule);
    if (!schedule.starts_with("s1" + visible + ":")) return std::nullopt;
    schedule.remove_prefix(3 + visible.size());
    Line line;
    while (!schedule.empty()) {
        std::size_t thread = 0, older = 0, times = 1;
        if (!take_number(schedule, thread)) return std::nullopt;
        const bool before_creator = take(schedule, '-');
        if (take(schedule, '_') && !take_number(schedule, older)) return std::nullopt;
        if (take(schedule, '*') && (!take_number(schedule, times) || times == 0)) return std::nullopt;
        if (line.size() + times > longest) return std::nullopt;
        line.insert(line.end(), times, {static_cast<int>(thread), static_cast<int>(older), before_creator});
        if (!schedule.empty() && (!take(schedule, '.') || schedule.empty())) return std::nullopt;
    }
    return line;
}

std::string visible_of(std::string_view schedule) {
    if (!schedule.starts_with("s1@")) return {};
    return std::string(schedule.substr(2, schedule.find(':') - 2));
}

std::size_t changes_of_thread(const Line& line, std::size_t length) {
    std::size_t changes = 0;
    for (std::size_t at = 1; at < std::min(length, line.size()); ++at)
        changes += line[at].thread != line[at - 1].thread ? 1 : 0;
    return changes;
}

}  // namespace lab::play
