// die.cpp: names, types and members of an entry of the debug information.
#include "symbols/die.hpp"

#include <string_view>

namespace lab::symbols {

std::string name_of(Dwarf_Die& die) {
    Dwarf_Attribute attribute;
    const char* name = dwarf_formstring(dwarf_attr_integrate(&die, DW_AT_name, &attribute));
    return name == nullptr ? std::string() : name;
}

bool type_of(Dwarf_Die& die, Dwarf_Die& type) {
    Dwarf_Attribute attribute;
    return dwarf_attr_integrate(&die, DW_AT_type, &attribute) != nullptr &&
           dwarf_formref_die(&attribute, &type) != nullptr;
}

std::uint64_t size_of(Dwarf_Die type) {
    Dwarf_Word size = 0;
    return dwarf_aggregate_size(&type, &size) == 0 ? size : 0;
}

std::optional<std::uint64_t> constant(Dwarf_Die& die, unsigned name) {
    Dwarf_Attribute attribute;
    Dwarf_Word value = 0;
    if (dwarf_attr_integrate(&die, name, &attribute) == nullptr || dwarf_formudata(&attribute, &value) != 0)
        return std::nullopt;
    return value;
}

std::string absolute_path(Dwarf_Die& unit, const char* name) {
    if (*name == '/') return name;
    Dwarf_Attribute attribute;
    const char* folder = dwarf_formstring(dwarf_attr(&unit, DW_AT_comp_dir, &attribute));
    return folder == nullptr ? name : std::string(folder) + '/' + name;
}

namespace {

// The type without typedef, const and volatile.
bool strip(Dwarf_Die& type, bool* is_volatile = nullptr) {
    for (;;) {
        const int tag = dwarf_tag(&type);
        if (tag == DW_TAG_volatile_type && is_volatile != nullptr) *is_volatile = true;
        if (tag != DW_TAG_typedef && tag != DW_TAG_const_type && tag != DW_TAG_volatile_type &&
            tag != DW_TAG_atomic_type)
            return true;
        Dwarf_Die next;
        if (!type_of(type, next)) return false;
        type = next;
    }
}

// A type of the standard library is one thing to the reader; its insides are not named.
bool is_library_type(Dwarf_Die type) {
    const char* file = dwarf_decl_file(&type);
    if (file == nullptr) return false;
    const std::string_view path(file);
    return path.starts_with("/usr/") || path.find("/engine/std/") != path.npos ||
           path.find("/engine/include/") != path.npos;
}

KnownVariable::Type type_of_encoding(Dwarf_Die& type) {
    using Type = KnownVariable::Type;
    const int tag = dwarf_tag(&type);
    if (tag == DW_TAG_pointer_type) return Type::pointer;
    if (tag != DW_TAG_base_type) return Type::other;
    switch (constant(type, DW_AT_encoding).value_or(0)) {
        case DW_ATE_boolean: return Type::boolean;
        case DW_ATE_signed_char:
        case DW_ATE_unsigned_char: return Type::character;
        case DW_ATE_signed: return Type::signed_integer;
        case DW_ATE_unsigned: return Type::unsigned_integer;
        case DW_ATE_float: return Type::floating;
        default: return Type::other;
    }
}

// std::atomic<T> is a T to the reader: its first template argument. False for any other type.
bool inside_of_atomic(Dwarf_Die& type) {
    const char* name = dwarf_diename(&type);
    if (name == nullptr || !std::string_view(name).starts_with("atomic<")) return false;
    Dwarf_Die child;
    if (dwarf_child(&type, &child) != 0) return false;
    do {
        Dwarf_Die argument;
        if (dwarf_tag(&child) == DW_TAG_template_type_parameter && type_of(child, argument)) {
            type = argument;
            return true;
        }
    } while (dwarf_siblingof(&child, &child) == 0);
    return false;
}

}  // namespace

std::string path_within(Dwarf_Die type, std::uint64_t offset, int depth, KnownVariable& known) {
    if (depth > 8 || !strip(type, &known.is_volatile)) return {};
    const int tag = dwarf_tag(&type);
    if (tag == DW_TAG_array_type) {
        Dwarf_Die element;
        if (!type_of(type, element)) return {};
        const std::uint64_t size = size_of(element);
        if (size == 0) return {};
        return "[" + std::to_string(offset / size) + "]" + path_within(element, offset % size, depth + 1, known);
    }
    const bool structure = tag == DW_TAG_structure_type || tag == DW_TAG_class_type;
    if (structure && inside_of_atomic(type)) return path_within(type, offset, depth + 1, known);
    if (!structure) {
        known.type = offset == 0 ? type_of_encoding(type) : KnownVariable::Type::other;
        known.size = size_of(type);
        return {};
    }
    if (is_library_type(type)) {
        known.library = true;
        return {};
    }
    Dwarf_Die child;
    if (dwarf_child(&type, &child) != 0) return {};
    do {
        const int child_tag = dwarf_tag(&child);
        if (child_tag != DW_TAG_member && child_tag != DW_TAG_inheritance) continue;
        const auto start = constant(child, DW_AT_data_member_location);
        Dwarf_Die member_type;
        if (!start || !type_of(child, member_type)) continue;
        const std::uint64_t size = size_of(member_type);
        if (offset < *start || offset >= *start + size) continue;
        const std::string rest = path_within(member_type, offset - *start, depth + 1, known);
        const char* name = dwarf_diename(&child);
        if (child_tag == DW_TAG_inheritance || name == nullptr) return rest;
        if (std::string_view(name).starts_with("_vptr")) known.library = true;
        if (name[0] == '_' && name[1] >= 'A' && name[1] <= 'Z') return {};  // the implementation's own; nobody knows it
        return "." + std::string(name) + rest;
    } while (dwarf_siblingof(&child, &child) == 0);
    return {};
}

}  // namespace lab::symbols
