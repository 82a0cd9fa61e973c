// writer.hpp: the end of the channel that lies in the program under test; used by both back ends.
#pragma once

#include <memory>
#include <string_view>

namespace lab::channel {

// Appends frames, one JSON document each. To be used by one thread at a time; a forked child may go on with it while
// its parent waits. Copies nothing into the process's heap after it was opened.
class Writer {
public:
    // Opens the region that the environment names in INTERLEAVE_CHANNEL, and removes that name from the system: the
    // checker has the region open already. Without the variable, frames go to what is standard output now, one a line.
    static Writer from_environment();

    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;
    ~Writer();

    // False if the frame did not fit (a last frame {"type":"cut"} was written in its place) or there is nowhere to
    // write to. Frames hold no line breaks.
    bool append(std::string_view frame) noexcept;

    // Processes forked from now on do not have the region in their memory.
    void hide_from_children() noexcept;

    // True if frames go to shared memory.
    bool shared() const noexcept;

private:
    struct Region;
    Writer();
    std::unique_ptr<Region> region_;
    int descriptor_ = -1;  // of standard output, if there is no region
};

}  // namespace lab::channel
