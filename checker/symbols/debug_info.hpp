// debug_info.hpp: what the debug information of a program says about its addresses.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace lab::symbols {

struct CodeLine {
    std::string file;  // absolute as far as the compiler knew; empty: not known
    int line = 0;
    std::string function;  // without namespace and parameters; empty: not known
};

// One program. Addresses are those in the file: subtract the load address first. Look-ups are remembered.
class DebugInfo {
public:
    // Error: a sentence.
    static tl::expected<DebugInfo, std::string> open(const std::string& program);

    DebugInfo(DebugInfo&&) noexcept;
    DebugInfo& operator=(DebugInfo&&) noexcept;
    ~DebugInfo();

    // The line of the instruction at this address; if the compiler put a function's body in place of its call there,
    // then that call's line, and so on: innermost first. Empty if nothing is known.
    const std::vector<CodeLine>& lines_of(std::uint64_t address);

    // The global or static variable, member or array element there: "accounts[1].balance"; empty if there is none.
    const std::string& variable_at(std::uint64_t address);

    // All files that the program was compiled from, headers too, sorted.
    std::vector<std::string> source_files() const;

private:
    struct Program;
    DebugInfo();
    std::unique_ptr<Program> program_;
};

}  // namespace lab::symbols
