// key.hpp: what a person pressed, as a value.
#pragma once

#include <string>

namespace lab::terminal {

struct Key {
    enum class Kind {
        character,  // `text` has it
        up,
        down,
        left,
        right,
        page_up,
        page_down,
        home,
        end,
        enter,
        backspace,
        escape,
        resized,   // no key: the terminal has another size now
        stopped,   // no key: the session was asked to stop (Ctrl-C, SIGTERM)
        gone,      // no key: the terminal is not there any more
        time_out,  // no key came in the time that was given
    };
    Kind kind = Kind::character;
    std::string text = {};  // one character, UTF-8

    bool is(char character) const { return kind == Kind::character && text.size() == 1 && text[0] == character; }
    friend bool operator==(const Key&, const Key&) = default;
};

}  // namespace lab::terminal
