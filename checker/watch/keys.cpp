// keys.cpp: one letter, one event.
#include "watch/keys.hpp"

namespace lab::watch {

namespace {

Event event_of(char letter) {
    switch (letter | 0x20) {  // capitals too: Caps Lock
        case 'h': return Event::hint;
        case 'p': return Event::play;
        case 'r': return Event::again;
        case 'n': return Event::next;
        case 'l': return Event::list;
        case 'o': return Event::open_report;
        case 'q': return Event::quit;
        default: return Event::other_key;
    }
}

// Length of the escape sequence at the front.
std::size_t length_of_sequence(std::string_view typed) {
    if (typed.size() < 2) return 1;
    if (typed[1] != '[' && typed[1] != 'O') return 2;
    for (std::size_t at = 2; at < typed.size(); ++at)
        if (typed[at] >= '@' && typed[at] <= '~') return at + 1;
    return typed.size();
}

}  // namespace

std::vector<Event> events_of(std::string_view typed) {
    std::vector<Event> events;
    while (!typed.empty()) {
        const auto byte = static_cast<unsigned char>(typed.front());
        if (byte == 0x1b) {
            typed.remove_prefix(length_of_sequence(typed));
            continue;
        }
        typed.remove_prefix(1);
        if (byte == '?')
            events.push_back(Event::keys);
        else if (byte > ' ' && byte < 0x7f)
            events.push_back(event_of(static_cast<char>(byte)));
    }
    return events;
}

}  // namespace lab::watch
