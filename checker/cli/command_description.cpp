// command_description.cpp: asks CLI11 what it has been told.
#include "cli/command_description.hpp"

#include "cli/command_table.hpp"
#include "cli/options.hpp"

namespace lab::cli {

namespace {

// "WHEN:{auto,always,never}": what is allowed stands in braces.
std::vector<std::string> choices_in(const std::string& type) {
    const std::size_t open = type.find('{');
    const std::size_t close = type.find('}', open);
    if (open == std::string::npos || close == std::string::npos) return {};
    std::vector<std::string> choices;
    for (std::size_t at = open + 1; at < close;) {
        const std::size_t end = std::min(type.find(',', at), close);
        choices.push_back(type.substr(at, end - at));
        at = end + 1;
    }
    return choices;
}

OptionDescription describe(const CLI::Option& option) {
    OptionDescription described;
    described.meaning = option.get_description();
    described.positional = option.get_positional();
    described.required = option.get_required();
    const std::string type = option.get_type_name();
    if (described.positional) {
        described.names = {option.get_name(true)};
        described.repeated = option.get_items_expected_max() > 1;
    } else {
        for (const std::string& name : option.get_lnames()) described.names.push_back("--" + name);
        for (const std::string& name : option.get_snames()) described.names.push_back("-" + name);
        if (option.get_items_expected_max() > 0) described.value = type.substr(0, type.find(':'));
    }
    described.choices = choices_in(type);
    return described;
}

}  // namespace

std::vector<CommandDescription> describe_commands() {
    CLI::App app;
    Options options;
    add_work_commands(app, options);
    add_see_commands(app, options);
    add_course_commands(app, options);
    std::vector<CommandDescription> commands;
    for (const CommandEntry& entry : command_table()) {
        CommandDescription command{std::string(entry.name),
                                   std::string(entry.group),
                                   std::string(entry.summary),
                                   std::string(entry.examples),
                                   {}};
        for (const CLI::Option* option : app.get_subcommand(command.name)->get_options())
            command.options.push_back(describe(*option));
        commands.push_back(std::move(command));
    }
    return commands;
}

}  // namespace lab::cli
