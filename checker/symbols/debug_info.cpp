// debug_info.cpp: the debug information of one program: its functions, variables and lines, by address.
#include "symbols/debug_info.hpp"

#include "symbols/die.hpp"

#include <dwarf.h>
#include <elfutils/libdw.h>
#include <fcntl.h>
#include <gelf.h>
#include <unistd.h>

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace lab::symbols {
namespace {

struct Range {
    Dwarf_Addr low = 0;
    Dwarf_Addr high = 0;
    Dwarf_Die unit{};
};

struct Variable {
    std::uint64_t size = 0;
    std::string name;
    Dwarf_Die type{};
    bool has_type = false;
};

struct Function {
    std::uint64_t end = 0;
    Dwarf_Die die{};
};

}  // namespace

struct DebugInfo::Program {
    int file = -1;
    Dwarf* dwarf = nullptr;
    std::vector<Range> ranges;
    std::set<std::string> source_files;
    std::map<std::uint64_t, Variable> variables;      // by address
    std::map<std::uint64_t, Variable> thread_locals;  // by offset
    std::map<std::uint64_t, Function> functions;      // by address
    std::map<std::uint64_t, std::vector<CodeLine>> lines;
    std::map<std::uint64_t, KnownVariable> known;  // by address

    ~Program() {
        if (dwarf != nullptr) dwarf_end(dwarf);
        if (file >= 0) ::close(file);
    }

    // Any compiler's units, whether or not it wrote .debug_aranges.
    void index_units() {
        Dwarf_Off offset = 0;
        Dwarf_Off next = 0;
        std::size_t header = 0;
        while (dwarf_nextcu(dwarf, offset, &next, &header, nullptr, nullptr, nullptr) == 0) {
            Dwarf_Die unit;
            if (dwarf_offdie(dwarf, offset + header, &unit) != nullptr) {
                Dwarf_Addr base = 0, low = 0, high = 0;
                for (std::ptrdiff_t at = 0; (at = dwarf_ranges(&unit, at, &base, &low, &high)) > 0;)
                    if (high > low && low > 0) ranges.push_back({low, high, unit});
                index_files(unit);
                Dwarf_Die child;
                if (dwarf_child(&unit, &child) == 0) index(child, 0);
            }
            offset = next;
        }
    }

    void index_files(Dwarf_Die& unit) {
        Dwarf_Files* list = nullptr;
        std::size_t count = 0;
        if (dwarf_getsrcfiles(&unit, &list, &count) != 0) return;
        for (std::size_t i = 0; i < count; ++i)
            if (const char* name = dwarf_filesrc(list, i, nullptr, nullptr); name != nullptr)
                source_files.insert(absolute_path(unit, name));
    }

    // Functions, and variables with a fixed address, among `die` and its siblings and below. (dwarf_getscopes does not
    // find the bodies of lambdas that g++ describes inside a type.)
    void index(Dwarf_Die die, int depth) {
        do {
            const int tag = dwarf_tag(&die);
            if (tag == DW_TAG_variable) index_variable(die);
            if (tag == DW_TAG_subprogram) index_function(die);
            const bool inside = tag == DW_TAG_namespace || tag == DW_TAG_subprogram || tag == DW_TAG_lexical_block ||
                                tag == DW_TAG_class_type || tag == DW_TAG_structure_type;
            Dwarf_Die child;
            if (inside && depth < 20 && dwarf_child(&die, &child) == 0) index(child, depth + 1);
        } while (dwarf_siblingof(&die, &die) == 0);
    }

    void index_function(Dwarf_Die& die) {
        Dwarf_Addr low = 0, high = 0;
        if (dwarf_lowpc(&die, &low) != 0 || dwarf_highpc(&die, &high) != 0) return;
        if (low > 0) functions.emplace(low, Function{high, die});
    }

    void index_variable(Dwarf_Die& die) {
        Dwarf_Attribute attribute;
        if (dwarf_attr(&die, DW_AT_location, &attribute) == nullptr) return;
        Dwarf_Op* expression = nullptr;
        std::size_t length = 0;
        if (dwarf_getlocation(&attribute, &expression, &length) != 0) return;
        const bool is_thread_local = length == 2 && (expression[1].atom == DW_OP_GNU_push_tls_address ||
                                                     expression[1].atom == DW_OP_form_tls_address);
        if (is_thread_local) {
            add(die, expression[0].number, thread_locals);
            return;
        }
        if (length != 1) return;
        Dwarf_Addr address = expression[0].number;
        if (expression[0].atom == DW_OP_addrx) {
            Dwarf_Attribute indirect;
            if (dwarf_getlocation_attr(&attribute, &expression[0], &indirect) != 0) return;
            if (dwarf_formaddr(&indirect, &address) != 0) return;
        } else if (expression[0].atom != DW_OP_addr) {
            return;
        }
        add(die, address, variables);
    }

    static void add(Dwarf_Die& die, std::uint64_t address, std::map<std::uint64_t, Variable>& to) {
        Variable variable;
        variable.name = name_of(die);
        if (variable.name.empty()) return;
        variable.has_type = type_of(die, variable.type);
        if (variable.has_type) variable.size = size_of(variable.type);
        to.emplace(address, std::move(variable));
    }

    Dwarf_Die* unit_of(std::uint64_t address) {
        for (Range& range : ranges)
            if (address >= range.low && address < range.high) return &range.unit;
        return nullptr;
    }

    // The calls whose bodies contain the address, outermost first, among `die` and its siblings and below.
    void add_inlined(Dwarf_Die die, std::uint64_t address, std::vector<Dwarf_Die>& calls) {
        do {
            const int tag = dwarf_tag(&die);
            if (tag != DW_TAG_inlined_subroutine && tag != DW_TAG_lexical_block) continue;
            if (dwarf_haspc(&die, address) != 1) continue;
            if (tag == DW_TAG_inlined_subroutine) calls.push_back(die);
            Dwarf_Die child;
            if (dwarf_child(&die, &child) == 0) add_inlined(child, address, calls);
            return;
        } while (dwarf_siblingof(&die, &die) == 0);
    }

    std::vector<CodeLine> find_lines(std::uint64_t address) {
        std::vector<CodeLine> found;
        Dwarf_Die* unit = unit_of(address);
        if (unit == nullptr) return found;
        found.emplace_back();
        if (Dwarf_Line* line = dwarf_getsrc_die(unit, address)) {
            if (const char* file_name = dwarf_linesrc(line, nullptr, nullptr))
                found.back().file = absolute_path(*unit, file_name);
            dwarf_lineno(line, &found.back().line);
        }
        const auto after = functions.upper_bound(address);
        if (after == functions.begin() || address >= std::prev(after)->second.end) return found;
        Dwarf_Die function = std::prev(after)->second.die;
        std::vector<Dwarf_Die> calls;
        Dwarf_Die child;
        if (dwarf_child(&function, &child) == 0) add_inlined(child, address, calls);
        Dwarf_Files* files = nullptr;
        std::size_t count = 0;
        dwarf_getsrcfiles(unit, &files, &count);
        for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
            found.back().function = name_of(*call);
            found.emplace_back();
            const auto number = constant(*call, DW_AT_call_file);
            const char* file_name = files != nullptr && number && *number < count
                                        ? dwarf_filesrc(files, *number, nullptr, nullptr)
                                        : nullptr;
            if (file_name != nullptr) found.back().file = absolute_path(*unit, file_name);
            found.back().line = static_cast<int>(constant(*call, DW_AT_call_line).value_or(0));
        }
        found.back().function = name_of(function);
        return found;
    }

    static KnownVariable known_part(const Variable& variable, std::uint64_t offset) {
        KnownVariable known;
        known.name = variable.name;
        if (variable.has_type) known.name += path_within(variable.type, offset, 0, known);
        return known;
    }

    static KnownVariable find_variable(const std::map<std::uint64_t, Variable>& variables, std::uint64_t address) {
        auto after = variables.upper_bound(address);
        if (after == variables.begin()) return {};
        const auto& [start, variable] = *std::prev(after);
        const std::uint64_t offset = address - start;
        if (offset != 0 && offset >= variable.size) return {};
        return known_part(variable, offset);
    }

    // Where the canonical frame address is, seen from what the function's locations start from; none if they do not
    // start from the frame.
    static std::optional<std::int64_t> frame_base(Dwarf_Die& function) {
        Dwarf_Attribute attribute;
        Dwarf_Op* expression = nullptr;
        std::size_t length = 0;
        if (dwarf_attr_integrate(&function, DW_AT_frame_base, &attribute) == nullptr ||
            dwarf_getlocation(&attribute, &expression, &length) != 0 || length != 1)
            return std::nullopt;
        if (expression[0].atom == DW_OP_call_frame_cfa) return 0;
        if (expression[0].atom == DW_OP_reg6) return 16;  // the frame pointer: saved below the return address
        return std::nullopt;
    }

    // The local variable or parameter at this offset from the frame base, among `die`, its siblings, and the blocks
    // below that contain `address` (0: all blocks): the innermost.
    static void find_local(Dwarf_Die die, std::uint64_t address, std::int64_t offset, KnownVariable& found) {
        do {
            const int tag = dwarf_tag(&die);
            if (tag == DW_TAG_lexical_block && (address == 0 || dwarf_haspc(&die, address) == 1)) {
                Dwarf_Die child;
                if (dwarf_child(&die, &child) == 0) find_local(child, address, offset, found);
            }
            if (tag != DW_TAG_variable && tag != DW_TAG_formal_parameter) continue;
            Dwarf_Attribute attribute;
            Dwarf_Op* expression = nullptr;
            std::size_t length = 0;
            if (dwarf_attr(&die, DW_AT_location, &attribute) == nullptr ||
                dwarf_getlocation(&attribute, &expression, &length) != 0 || length != 1 ||
                expression[0].atom != DW_OP_fbreg)
                continue;
            std::map<std::uint64_t, Variable> one;
            add(die, 0, one);
            const std::int64_t within = offset - static_cast<std::int64_t>(expression[0].number);
            if (one.empty() || within < 0) continue;
            const Variable& variable = one.begin()->second;
            if (within != 0 && static_cast<std::uint64_t>(within) >= variable.size) continue;
            if (found.name.empty()) found = known_part(variable, static_cast<std::uint64_t>(within));
        } while (dwarf_siblingof(&die, &die) == 0);
    }
};

DebugInfo::DebugInfo() : program_(std::make_unique<Program>()) {}
DebugInfo::DebugInfo(DebugInfo&&) noexcept = default;
DebugInfo& DebugInfo::operator=(DebugInfo&&) noexcept = default;
DebugInfo::~DebugInfo() = default;

tl::expected<DebugInfo, std::string> DebugInfo::open(const std::string& program) {
    DebugInfo result;
    result.program_->file = ::open(program.c_str(), O_RDONLY | O_CLOEXEC);
    if (result.program_->file < 0) return tl::unexpected("cannot read " + program);
    result.program_->dwarf = dwarf_begin(result.program_->file, DWARF_C_READ);
    if (result.program_->dwarf == nullptr)
        return tl::unexpected("no debug information in " + program + ": " + dwarf_errmsg(-1));
    result.program_->index_units();
    return result;
}

const std::vector<CodeLine>& DebugInfo::lines_of(std::uint64_t address) {
    const auto [found, added] = program_->lines.try_emplace(address);
    if (added) found->second = program_->find_lines(address);
    return found->second;
}

const KnownVariable& DebugInfo::variable_at(std::uint64_t address) {
    const auto [found, added] = program_->known.try_emplace(address);
    if (added) found->second = Program::find_variable(program_->variables, address);
    return found->second;
}

std::vector<std::string> DebugInfo::source_files() const {
    return {program_->source_files.begin(), program_->source_files.end()};
}

KnownVariable DebugInfo::local_at(std::uint64_t entry, std::uint64_t address, std::int64_t offset) {
    KnownVariable found;
    const auto after = program_->functions.upper_bound(entry);
    if (after == program_->functions.begin() || entry >= std::prev(after)->second.end) return found;
    if (address < std::prev(after)->first || address >= std::prev(after)->second.end) address = 0;
    Dwarf_Die function = std::prev(after)->second.die;
    const auto base = Program::frame_base(function);
    Dwarf_Die child;
    if (base && dwarf_child(&function, &child) == 0) Program::find_local(child, address, offset + *base, found);
    return found;
}

KnownVariable DebugInfo::thread_local_at(std::uint64_t offset) {
    return Program::find_variable(program_->thread_locals, offset);
}

}  // namespace lab::symbols
