// build.hpp: builds a hand-in with its lesson's checks, in both flavours at once.
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "build/cache.hpp"
#include "build/compiler_command.hpp"
#include "build/hand_in.hpp"
#include "build/installation.hpp"
#include "build/toolchain.hpp"
#include "course/lesson.hpp"

namespace lab::build {

struct BuildRequest {
    course::Lesson lesson;
    HandIn hand_in;
    Toolchain toolchain;
    Installation installation;
    Cache cache;
    unsigned compilers = 2;  // at most so many at once
};

struct BuildResult {
    std::filesystem::path program;  // empty: there is none, and the next three say why
    std::string diagnostics;        // what the compiler said about the hand-in, coloured; warnings if it built
    std::string reason;             // a sentence, if it was not the compiler that refused
    bool ours = false;              // the fault is the machine's or the lab's, not the hand-in's
    std::string identity;           // changes whenever the program does
    std::vector<std::filesystem::path> objects;  // of the hand-in's own sources, those that were compiled
    bool cached = false;                         // nothing had to be compiled or linked
    double seconds = 0;                          // from the start until this flavour was ready

    bool built() const { return !program.empty(); }
};

// Two builds under way. The explored one has precedence, so that it can run while the native one is still compiled; if
// it fails the native one is given up.
class Build {
public:
    explicit Build(BuildRequest request, const std::stop_token& stop = {});
    // Gives up whatever is not ready.
    ~Build();
    Build(const Build&) = delete;
    Build& operator=(const Build&) = delete;

    // Waits until this flavour is ready or has failed.
    BuildResult wait(Flavour flavour);

private:
    class Jobs;
    std::unique_ptr<Jobs> jobs_;
};

// A coloured text without its colours.
std::string without_colours(const std::string& text);

}  // namespace lab::build
