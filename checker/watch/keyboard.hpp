// keyboard.hpp: single keys from the terminal, without Enter. However the checker ends - by itself, by a signal, by a
// crash - the terminal is as it was before.
#pragma once

#include <string>

namespace lab::watch {

// At most one at a time.
class Keyboard {
public:
    // Takes the terminal that is standard input, if there is one and it is ours to read from.
    Keyboard();
    ~Keyboard();
    Keyboard(const Keyboard&) = delete;
    Keyboard& operator=(const Keyboard&) = delete;

    bool there() const { return there_; }  // standard input is a terminal
    bool taken() const { return taken_; }  // and keys come from it now

    void take();
    void give_back();

    // What has been typed and not been read; does not wait. Empty too if the terminal is gone, which gives it up.
    std::string typed();

private:
    bool there_;
    bool taken_ = false;
};

}  // namespace lab::watch
