// schedule.cpp: schedules to text and back.
#include "evidence/schedule.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace lab::evidence {

namespace {

constexpr std::size_t longest = 20'000;  // steps: no interleaving has more
constexpr std::size_t most_threads = 512;
constexpr std::size_t oldest = 63;  // stores back

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

template <class Number>
bool take_number(std::string_view& text, Number& value, Number most, int base = 10) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || value > most) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

// "g2f8", "h18", or "s1-40": below the top of thread 1's stack.
bool take_cell(std::string_view& text) {
    const bool stack = take(text, 's');
    if (!stack && !take(text, 'g') && !take(text, 'h')) return false;
    std::uint16_t thread = 0;
    if (stack && (!take_number(text, thread, std::uint16_t{UINT16_MAX}) || !take(text, '-'))) return false;
    std::uint64_t offset = 0;
    return take_number(text, offset, std::uint64_t{UINT64_MAX}, 16);
}

}  // namespace

std::string text_of(const Schedule& schedule, std::size_t length, const std::string& visible) {
    std::string text = "s1" + visible + ":";
    length = std::min(length, schedule.size());
    for (std::size_t at = 0; at < length;) {
        std::size_t end = at + 1;
        while (end < length && schedule[end] == schedule[at]) ++end;
        if (at > 0) text += '.';
        text += std::to_string(schedule[at].thread);
        if (schedule[at].before_creator) text += '-';
        if (schedule[at].older > 0) text += '_' + std::to_string(schedule[at].older);
        if (end - at > 1) text += '*' + std::to_string(end - at);
        at = end;
    }
    return text;
}

std::optional<Schedule> schedule_of(std::string_view text) {
    if (!text.starts_with("s1")) return std::nullopt;
    text.remove_prefix(2);
    if (take(text, '@')) do
            if (!take_cell(text)) return std::nullopt;
        while (take(text, ','));
    if (!take(text, ':')) return std::nullopt;
    Schedule schedule;
    while (!text.empty()) {
        std::size_t thread = 0, older = 0, times = 1;
        if (!take_number(text, thread, most_threads - 1)) return std::nullopt;
        const bool before_creator = take(text, '-');
        if (take(text, '_') && !take_number(text, older, oldest)) return std::nullopt;
        if (take(text, '*') && (!take_number(text, times, longest) || times == 0)) return std::nullopt;
        if (schedule.size() + times > longest) return std::nullopt;
        schedule.insert(schedule.end(), times, {static_cast<int>(thread), static_cast<int>(older), before_creator});
        if (!text.empty() && (!take(text, '.') || text.empty())) return std::nullopt;
    }
    return schedule;
}

std::string visible_memory(std::string_view text) {
    if (!text.starts_with("s1@")) return {};
    return std::string(text.substr(2, text.find(':') - 2));
}

std::size_t changes_of_thread(const Schedule& schedule, std::size_t length) {
    std::size_t changes = 0;
    for (std::size_t at = 1; at < std::min(length, schedule.size()); ++at)
        changes += schedule[at].thread != schedule[at - 1].thread ? 1 : 0;
    return changes;
}

}  // namespace lab::evidence
