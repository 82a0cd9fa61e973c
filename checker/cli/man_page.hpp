// man_page.hpp: the man page, from the same descriptions as the help. Pure.
#pragma once

#include <string>
#include <vector>

#include "cli/command_description.hpp"

namespace lab::cli {

std::string man_page(const std::vector<CommandDescription>& commands, const std::string& version);

}  // namespace lab::cli
