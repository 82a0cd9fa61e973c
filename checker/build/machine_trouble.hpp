// machine_trouble.hpp: when a compiler fails for a reason that no source file has. Pure.
#pragma once

#include <string>
#include <string_view>

namespace lab::build {

// What kept the compiler or the linker from its work, as a sentence without a full stop; empty: nothing that the
// messages tell.
std::string machine_trouble(std::string_view diagnostics);

}  // namespace lab::build
