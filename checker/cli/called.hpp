// called.hpp: how the reader starts the checker, in all that we advise to type.
#pragma once

#include <string>

namespace lab::cli {

// "checker"; started by ./lab where `checker` is not on the PATH: what ./lab says in LAB_CALLED, such as "./lab".
const std::string& called();

// Our own text about commands, `checker` replaced by what the reader types.
std::string as_called(std::string text);

}  // namespace lab::cli
