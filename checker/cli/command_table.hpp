// command_table.hpp: the commands, in the order of the help: what each is called, what it does, and examples of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"

namespace lab::cli {

struct CommandEntry {
    Command command;
    std::string_view name;
    std::string_view group;     // heading in the help
    std::string_view summary;   // one line, without a full stop
    std::string_view examples;  // a line each: a command line, and behind two blanks or more what it does
};

const std::vector<CommandEntry>& command_table();

// Null if there is no such command.
const CommandEntry* find_command(std::string_view name);

// The names, in the same order.
std::vector<std::string> command_names();

// What the help of a command begins with; of no command (null): of the checker itself.
std::string examples_text(const CommandEntry* entry);

// The command line of the first example.
std::string first_example(const CommandEntry& entry);

}  // namespace lab::cli
