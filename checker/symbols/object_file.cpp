// object_file.cpp: reads ELF symbol tables. Every offset is checked: the file may come from anywhere.
#include "symbols/object_file.hpp"

#include <elf.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string_view>

namespace lab::symbols {
namespace {

template <class Record>
bool read(std::string_view file, std::uint64_t at, Record& record) {
    if (at > file.size() || file.size() - at < sizeof record) return false;
    std::memcpy(&record, file.data() + at, sizeof record);
    return true;
}

std::string_view part(std::string_view file, const Elf64_Shdr& section) {
    if (section.sh_type == SHT_NOBITS || section.sh_offset > file.size()) return {};
    return file.substr(section.sh_offset, section.sh_size);
}

// All sections; empty if the file is damaged.
std::vector<Elf64_Shdr> sections_of(std::string_view file) {
    Elf64_Ehdr header{};
    if (!read(file, 0, header) || std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 ||
        header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_shentsize != sizeof(Elf64_Shdr))
        return {};
    std::uint64_t count = header.e_shnum;
    if (Elf64_Shdr first{}; count == 0 && read(file, header.e_shoff, first)) count = first.sh_size;  // more than 65279
    if (count > file.size() / sizeof(Elf64_Shdr)) return {};
    std::vector<Elf64_Shdr> sections(count);
    for (std::uint64_t i = 0; i < count; ++i)
        if (!read(file, header.e_shoff + i * sizeof(Elf64_Shdr), sections[i])) return {};
    return sections;
}

std::string name_at(std::string_view names, std::uint64_t at) {
    if (at >= names.size()) return {};
    const std::string_view rest = names.substr(at);
    return std::string(rest.substr(0, std::min(rest.find('\0'), rest.size())));
}

void sort_unique(std::vector<std::string>& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace

std::optional<LinkNames> read_link_names(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return std::nullopt;
    const std::string file{std::istreambuf_iterator<char>(stream), {}};
    const std::vector<Elf64_Shdr> sections = sections_of(file);
    if (sections.empty()) return std::nullopt;
    Elf64_Ehdr header{};
    read(file, 0, header);
    const std::uint32_t wanted_table = header.e_type == ET_REL ? SHT_SYMTAB : SHT_DYNSYM;

    LinkNames result;
    for (const Elf64_Shdr& section : sections) {
        if (section.sh_type != wanted_table || section.sh_link >= sections.size()) continue;
        const std::string_view table = part(file, section);
        const std::string_view names = part(file, sections[section.sh_link]);
        for (std::size_t at = 0; at + sizeof(Elf64_Sym) <= table.size(); at += sizeof(Elf64_Sym)) {
            Elf64_Sym symbol{};
            read(table, at, symbol);
            const unsigned binding = ELF64_ST_BIND(symbol.st_info);
            std::string name = name_at(names, symbol.st_name);
            if (binding == STB_LOCAL || name.empty()) continue;
            if (symbol.st_shndx == SHN_UNDEF) {
                result.wanted.push_back(std::move(name));
            } else {
                // STB_GNU_UNIQUE: inline variables such as std::ranges::sort, and statics of inline functions.
                const bool shared = binding == STB_WEAK || binding == STB_GNU_UNIQUE;
                (shared ? result.defined_weak : result.defined).push_back(std::move(name));
            }
        }
    }
    for (auto* list : {&result.defined, &result.defined_weak, &result.wanted}) sort_unique(*list);
    return result;
}

}  // namespace lab::symbols
