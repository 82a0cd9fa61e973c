// listing.hpp: a source file with its line numbers.
#pragma once

#include <cstddef>
#include <string>

namespace lab::report {

// Lines that do not fit go on below themselves. The text is made visible.
std::string listing(const std::string& source, std::size_t columns = 80);

}  // namespace lab::report
