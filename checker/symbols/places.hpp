// places.hpp: from stacks of program counters to lines of the lesson's sources.
#pragma once

#include "symbols/annotate.hpp"
#include "symbols/debug_info.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lab::symbols {

// A frame that lies in one of the sources.
struct Frame {
    const SourceFile* source = nullptr;
    int line = 0;
    std::string function;
    bool innermost = false;  // it is where the event happened, not a caller
    std::size_t depth = 0;   // index in the stack
};

// The sources, line by line, and the program's debug information.
class Places {
public:
    Places(DebugInfo& debug_info, std::uint64_t base, const std::vector<SourceFile>& sources);

    // The frames of the stack that lie in the sources, innermost first.
    const std::vector<Frame>& frames(const std::vector<std::uint64_t>& stack);

    // The frame to show, by the rule of annotate(); null if there is none.
    static const Frame* shown(const std::vector<Frame>& frames);

    // The text of a frame's line, without blanks at both ends; `code`: also without comments and what literals hold.
    std::string line(const Frame& frame) const;
    std::string code(const Frame& frame) const;
    // The same of the whole file.
    const std::string& all_code(const Frame& frame) const;

    evidence::Place place(const std::vector<std::uint64_t>& stack);
    // All frames that lie in the sources.
    std::vector<evidence::Call> calls(const std::vector<std::uint64_t>& stack);

private:
    struct Lines {
        std::vector<std::string> text;
        std::vector<std::string> code;
        std::string all_code;
    };
    const SourceFile* find_source(const std::string& file);

    DebugInfo& debug_info_;
    std::uint64_t base_;
    std::map<const SourceFile*, Lines> lines_;
    std::map<std::string, const SourceFile*> by_path_;
    std::map<std::vector<std::uint64_t>, std::vector<Frame>> remembered_;
};

}  // namespace lab::symbols
