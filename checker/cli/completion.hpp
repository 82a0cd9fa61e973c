// completion.hpp: what a shell needs to complete the words of the command line. Pure.
#pragma once

#include <string>
#include <vector>

#include "cli/command_description.hpp"

namespace lab::cli {

std::string bash_completion(const std::vector<CommandDescription>& commands);
std::string zsh_completion(const std::vector<CommandDescription>& commands);
std::string fish_completion(const std::vector<CommandDescription>& commands);

}  // namespace lab::cli
