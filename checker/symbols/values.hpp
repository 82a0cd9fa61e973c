// values.hpp: values as their types say.
#pragma once

#include "evidence/evidence.hpp"
#include "symbols/debug_info.hpp"

namespace lab::symbols {

// What to show of a value that the program has told as a whole number (`text`) and, if it was a plain access, as bytes.
// A pointer is shown by what it points to, if that has a name in this failure. Empty: better nothing.
std::string typed_value(const std::string& text, std::optional<std::uint64_t> bits, const KnownVariable& variable,
                        const evidence::Failure& failure);

// Of memory whose type is not known: whether the number that was read or written is rather several members at once, or
// an address, than a number that a reader would recognise.
bool is_several_members(const evidence::Event& event, const std::string& value);

}  // namespace lab::symbols
