// interrupt.hpp: turns Ctrl-C (and SIGTERM, SIGHUP) into a stop token, for the whole program.
#pragma once

#include <stop_token>
#include <thread>

namespace lab::run {

// At most one at a time, made at the start of main. While it exists the first such signal requests a stop and a second
// one ends the checker at once, with the exit code that shells expect (128 + signal); children die with it.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return source_.get_token(); }
    // The signal that arrived, or 0.
    int signal() const;

    // What a second signal does before it ends the checker; null: nothing. Only async-signal-safe calls.
    static void before_sudden_end(void (*action)());

private:
    std::stop_source source_;
    std::thread listener_;
};

}  // namespace lab::run
