// help_format.cpp: the help of a command, in 80 columns.
#include <fmt/format.h>

#include "cli/options.hpp"
#include "report/wrap.hpp"

namespace lab::cli {

namespace {

constexpr std::size_t columns = 80;
constexpr std::size_t indent = 2;
constexpr std::size_t word_columns = 20;  // of options and commands; what they mean is behind

// "  --file PATH         Another hand-in, ..."
std::string entry(const std::string& word, const std::string& meaning) {
    std::string text;
    std::string head = std::string(indent, ' ') + word;
    if (head.size() + 2 > indent + word_columns) {
        text = head + '\n';
        head.clear();
    }
    for (const std::string& line : report::wrap(meaning, columns - indent - word_columns)) {
        text += report::padded(head, indent + word_columns) + line + '\n';
        head.clear();
    }
    return text;
}

// "-h, --help", "--file PATH"; of a positional one: "ID..."
std::string shown_name(const CLI::Option& option) {
    if (option.get_positional()) return option.get_name(true) + (option.get_items_expected_max() > 1 ? "..." : "");
    std::string names;
    for (const std::string& name : option.get_snames()) names += "-" + name + ", ";
    for (const std::string& name : option.get_lnames()) names += "--" + name + ", ";
    names.resize(names.size() - 2);
    const std::string type = option.get_type_name();  // with what is allowed behind a colon
    return option.get_items_expected_max() == 0 || type.empty() ? names : names + ' ' + type.substr(0, type.find(':'));
}

class HelpFormat : public CLI::Formatter {
public:
    std::string make_help(const CLI::App* app, std::string /*name*/, CLI::AppFormatMode /*mode*/) const override {
        std::string usage = app->get_parent() == nullptr ? app->get_name() : "checker " + app->get_name();
        std::string positional, optional;
        for (const CLI::Option* option : app->get_options()) {
            if (!option->get_positional()) {
                std::string meaning = option->get_description();
                if (!option->get_default_str().empty()) meaning += fmt::format(" ({})", option->get_default_str());
                optional += entry(shown_name(*option), meaning);
                continue;
            }
            const std::string name = shown_name(*option);
            usage += option->get_required() ? ' ' + name : " [" + name + ']';
            positional += entry(name, option->get_description());
        }
        const auto commands = app->get_subcommands([](const CLI::App*) { return true; });
        usage += commands.empty() ? " [OPTION...]" : " [COMMAND] [OPTION...]";

        std::string text = report::paragraph(app->get_description() + '.', 0, columns) + "\nUsage: " + usage + '\n';
        std::string group;
        for (const CLI::App* command : commands) {
            if (command->get_group() != group) text += '\n' + (group = command->get_group()) + ":\n";
            text += entry(command->get_name(), command->get_description());
        }
        text += positional.empty() ? "" : '\n' + positional;
        text += "\nOptions:\n" + optional;
        return app->get_footer().empty() ? text : text + '\n' + app->get_footer() + '\n';
    }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_format() { return std::make_shared<HelpFormat>(); }

}  // namespace lab::cli
