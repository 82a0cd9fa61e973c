// values.cpp: numbers and bytes into what C++ would call them.
#include "symbols/values.hpp"

#include <bit>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace lab::symbols {
namespace {

std::string character(int code) {
    if (code >= 0x20 && code < 0x7f) return std::string("'") + static_cast<char>(code) + "'";
    if (code == '\n') return "'\\n'";
    if (code == 0) return "'\\0'";
    return std::to_string(code);
}

std::string floating(std::uint64_t bits, std::uint64_t size) {
    const double value = size == 4 ? static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)))
                                   : std::bit_cast<double>(bits);
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

std::string pointer(std::uint64_t address, const evidence::Failure& failure) {
    if (address == 0) return "nullptr";
    for (const evidence::ObjectSeen& object : failure.objects)
        if (object.address == address && !object.shown.empty() && !object.numbered) return "&" + object.shown;
    return {};
}

// Where a whole struct is copied at once, its first member is taken for all of it.
bool fits(long long number, const KnownVariable& variable) {
    using Type = KnownVariable::Type;
    if (variable.type == Type::boolean) return number == 0 || number == 1;
    const bool integer = variable.type == Type::character || variable.type == Type::signed_integer ||
                         variable.type == Type::unsigned_integer;
    if (!integer || variable.size == 0 || variable.size >= 8) return true;
    const long long range = 1ll << (8 * variable.size);
    return number >= -range / 2 && number < range;
}

}  // namespace

std::string typed_value(const std::string& text, std::optional<std::uint64_t> bits, const KnownVariable& variable,
                        const evidence::Failure& failure) {
    using Type = KnownVariable::Type;
    const auto number = [&] { return std::strtoll(text.c_str(), nullptr, 10); };
    if (!text.empty() && !fits(number(), variable)) return {};
    switch (variable.type) {
        case Type::boolean: return text.empty() ? text : number() == 0 ? "false" : "true";
        case Type::character: return text.empty() ? text : character(static_cast<int>(number()));
        case Type::unsigned_integer: {
            if (bits) return std::to_string(*bits);
            if (text.empty() || number() >= 0 || variable.size >= 8) return text;
            return std::to_string(static_cast<std::uint64_t>(number()) &
                                  ((std::uint64_t{1} << (8 * variable.size)) - 1));
        }
        case Type::floating:
            if (variable.size != 4 && variable.size != 8) return {};
            return bits ? floating(*bits, variable.size) : std::string();
        case Type::pointer: return bits ? pointer(*bits, failure) : std::string();
        case Type::signed_integer:
        case Type::other: return text;
    }
    return text;
}

bool is_several_members(const evidence::Event& event, const std::string& value) {
    if (event.op != "read" && event.op != "write") return false;
    const long long number = std::strtoll(value.c_str(), nullptr, 10);
    return number > std::numeric_limits<std::uint32_t>::max() || number < std::numeric_limits<std::int32_t>::min();
}

}  // namespace lab::symbols
