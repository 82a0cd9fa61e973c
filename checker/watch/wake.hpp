// wake.hpp: wakes the loop of `checker watch`: from another thread, or from a signal's handler.
#pragma once

namespace lab::watch {

// A descriptor that becomes readable.
class Wake {
public:
    Wake();
    ~Wake();
    Wake(const Wake&) = delete;
    Wake& operator=(const Wake&) = delete;

    int descriptor() const { return descriptor_; }
    void wake() const;   // async-signal-safe
    void clear() const;  // until the next wake()

private:
    int descriptor_;
};

// While it exists, Ctrl-Z, the return from it, and a new size of the window wake the loop. At most one at a time.
class TerminalSignals {
public:
    explicit TerminalSignals(const Wake& wake);
    ~TerminalSignals();
    TerminalSignals(const TerminalSignals&) = delete;
    TerminalSignals& operator=(const TerminalSignals&) = delete;

    // Whether it came since this was last asked.
    bool suspended();
    bool continued();
    bool resized();

    // Stops the checker as Ctrl-Z does; returns when it goes on.
    void suspend();
};

}  // namespace lab::watch
