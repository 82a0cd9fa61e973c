// object_names.hpp: what to call the objects of a failure.
#pragma once

#include "evidence/evidence.hpp"
#include "symbols/places.hpp"

namespace lab::symbols {

// Fills in `shown` and `numbered` of every object, so that no two objects of the failure have the same name.
void name_objects(evidence::Failure& failure, Places& places, DebugInfo& debug_info, std::uint64_t base);

// The same where nothing is known of the program: given names, and numbers.
void number_objects(evidence::Failure& failure);

}  // namespace lab::symbols
