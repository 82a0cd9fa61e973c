// object_file.hpp: the names that an object file or a library gives to others and takes from them (ELF).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lab::symbols {

// Names as the linker knows them, sorted, each once. Names that are local to the file are left out.
struct LinkNames {
    std::vector<std::string> defined;       // strong definitions
    std::vector<std::string> defined_weak;  // those that give way to others: inline functions, instances of templates
    std::vector<std::string> wanted;        // used here, defined elsewhere
};

// Of an object file, or of what a shared library shows to others; none if it is not a 64-bit ELF file or is damaged.
std::optional<LinkNames> read_link_names(const std::filesystem::path& file);

}  // namespace lab::symbols
