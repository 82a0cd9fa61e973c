// linking.hpp: what a linker misses, in a sentence. Pure.
#pragma once

#include <string>

namespace lab::judge {

// "Nothing defines `transfer(Account&, Account&, int)`. ...": empty if the messages do not say that something is
// undefined.
std::string undefined_sentence(const std::string& diagnostics);

}  // namespace lab::judge
