// command_description.hpp: all commands with all their options, as the command line is really read: what completions
// and the man page are made of.
#pragma once

#include <string>
#include <vector>

namespace lab::cli {

struct OptionDescription {
    std::vector<std::string> names;  // "--color", "--colour", "-h"; of a positional one: "ID"
    std::string meaning;
    std::string value;                 // "PATH"; empty: it takes none
    std::vector<std::string> choices;  // that the value must be one of; empty: any
    bool positional = false;
    bool required = false;
    bool repeated = false;  // a positional one that takes several
};

struct CommandDescription {
    std::string name;
    std::string group;
    std::string summary;
    std::string examples;
    std::vector<OptionDescription> options;
};

// In the order of the help.
std::vector<CommandDescription> describe_commands();

}  // namespace lab::cli
