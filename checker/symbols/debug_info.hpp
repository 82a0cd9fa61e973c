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

// What the debug information knows of a piece of memory.
struct KnownVariable {
    enum class Type { other, boolean, character, signed_integer, unsigned_integer, floating, pointer };
    std::string name;  // "pairs[2].second"; empty: not known
    Type type = Type::other;
    std::uint64_t size = 0;  // bytes of that type; 0: not known
    bool is_volatile = false;
    bool library = false;  // it lies inside of an object of the standard library that has this name
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

    // The global or static variable, member or array element there: "accounts[1].balance"; no name if there is none.
    const KnownVariable& variable_at(std::uint64_t address);

    // The same of a local variable: `offset` is its address minus the canonical frame address of the call that it
    // belongs to, `entry` an instruction of that call's function, `address` where the call had got to (only one in that
    // function counts).
    KnownVariable local_at(std::uint64_t entry, std::uint64_t address, std::int64_t offset);

    // The same of a thread-local variable, by its offset from the start of all of them.
    KnownVariable thread_local_at(std::uint64_t offset);

    // All files that the program was compiled from, headers too, sorted.
    std::vector<std::string> source_files() const;

private:
    struct Program;
    DebugInfo();
    std::unique_ptr<Program> program_;
};

}  // namespace lab::symbols
