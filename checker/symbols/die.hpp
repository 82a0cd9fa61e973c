// die.hpp: one entry of the debug information (a DIE of DWARF): its name, its type, what lies inside of it. With
// debug_info.cpp the only place that knows libdw.
#pragma once

#include "symbols/debug_info.hpp"

#include <dwarf.h>
#include <elfutils/libdw.h>

#include <cstdint>
#include <optional>
#include <string>

namespace lab::symbols {

// Empty if it has none.
std::string name_of(Dwarf_Die& die);
// False if it has none.
bool type_of(Dwarf_Die& die, Dwarf_Die& type);
std::uint64_t size_of(Dwarf_Die type);
// The value of an attribute that is a number.
std::optional<std::uint64_t> constant(Dwarf_Die& die, unsigned name);
// A file's name as the compiler was given it: relative ones begin in the folder where it ran.
std::string absolute_path(Dwarf_Die& unit, const char* name);
// ".balance", "[2].first": the path from an object of this type to its byte at `offset`. Fills in what is known of the
// type at its end.
std::string path_within(Dwarf_Die type, std::uint64_t offset, int depth, KnownVariable& known);

}  // namespace lab::symbols
