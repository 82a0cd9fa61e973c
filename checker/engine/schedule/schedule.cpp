// schedule.cpp: schedules to text and back.
#include "schedule/schedule.hpp"

#include <charconv>

namespace interleave {
namespace {

template <class Number>
bool take_number(std::string_view& text, Number& value, int base = 10) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{}) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

std::string hex(std::uint64_t value) {
    char digits[17];
    const auto end = std::to_chars(digits, digits + sizeof digits, value, 16).ptr;
    return {digits, end};
}

}  // namespace

std::string to_string(const Schedule& schedule) {
    std::string text = "s1";
    char separator = '@';
    for (const auto& cell : schedule.visible) {
        text += separator;
        text += static_cast<char>(cell.region);
        if (cell.region == VisibleCell::Region::stack) text += std::to_string(cell.thread) + '-';
        text += hex(cell.offset);
        separator = ',';
    }
    text += ':';
    for (std::size_t i = 0; i < schedule.steps.size();) {
        std::size_t end = i + 1;
        while (end < schedule.steps.size() && schedule.steps[end] == schedule.steps[i]) ++end;
        if (i != 0) text += '.';
        text += std::to_string(thread_of_step(schedule.steps[i]));
        if (is_before_creator(schedule.steps[i])) text += '-';
        if (const unsigned older = older_of_step(schedule.steps[i])) text += '_' + std::to_string(older);
        if (end - i > 1) text += '*' + std::to_string(end - i);
        i = end;
    }
    return text;
}

std::optional<Schedule> parse_schedule(std::string_view text) {
    constexpr std::size_t longest = 10'000'000;
    Schedule schedule;
    if (!text.starts_with("s1")) return std::nullopt;
    text.remove_prefix(2);
    if (take(text, '@')) {
        do {
            VisibleCell cell;
            if (text.empty()) return std::nullopt;
            const char region = text.front();
            if (region != 'g' && region != 'h' && region != 's') return std::nullopt;
            cell.region = static_cast<VisibleCell::Region>(region);
            text.remove_prefix(1);
            if (region == 's' && (!take_number(text, cell.thread) || !take(text, '-'))) return std::nullopt;
            if (!take_number(text, cell.offset, 16)) return std::nullopt;
            schedule.visible.push_back(cell);
        } while (take(text, ','));
    }
    if (!take(text, ':')) return std::nullopt;
    while (!text.empty()) {
        ThreadId thread = 0;
        std::size_t times = 1;
        if (!take_number(text, thread) || thread >= max_threads) return std::nullopt;
        if (take(text, '-')) thread = static_cast<ThreadId>(thread | before_creator);
        unsigned older = 0;
        if (take(text, '_') && (!take_number(text, older) || older >= 1u << (16 - step_thread_bits)))
            return std::nullopt;
        thread = static_cast<ThreadId>(thread | older << step_thread_bits);
        if (take(text, '*') && (!take_number(text, times) || times == 0)) return std::nullopt;
        if (schedule.steps.size() + times > longest) return std::nullopt;
        schedule.steps.insert(schedule.steps.end(), times, thread);
        if (!text.empty() && (!take(text, '.') || text.empty())) return std::nullopt;
    }
    return schedule;
}

}  // namespace interleave
