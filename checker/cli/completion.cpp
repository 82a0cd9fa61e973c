// completion.cpp: writes the scripts. Lessons are asked for when they are needed: `checker generate lessons`.
#include "cli/completion.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace lab::cli {

namespace {

bool is_file(const OptionDescription& option) {
    const std::string& what = option.positional ? option.names.front() : option.value;
    return what == "FILE" || what == "PATH" || what == "PROGRAM";
}

bool takes_lesson(const CommandDescription& command) {
    return std::any_of(command.options.begin(), command.options.end(), [](const OptionDescription& option) {
        return option.positional && option.names.front() == "ID";
    });
}

bool takes_file(const CommandDescription& command) {
    return std::any_of(command.options.begin(), command.options.end(),
                       [](const OptionDescription& option) { return option.positional && is_file(option); });
}

// The words that a positional argument must be one of.
std::vector<std::string> words_of(const CommandDescription& command) {
    for (const OptionDescription& option : command.options)
        if (option.positional && !option.choices.empty()) return option.choices;
    return {};
}

std::string names_of(const std::vector<CommandDescription>& commands) {
    std::string names;
    for (const CommandDescription& command : commands) names += (names.empty() ? "" : " ") + command.name;
    return names;
}

// A text between single quotes, as all three shells read it; `inner` is put before each of `special`.
std::string quoted(const std::string& text, std::string_view special = "") {
    std::string result;
    for (const char character : text) {
        if (special.find(character) != std::string_view::npos) result += '\\';
        result += character == '\'' ? "'\\''" : std::string(1, character);
    }
    return "'" + result + "'";
}

}  // namespace

std::string bash_completion(const std::vector<CommandDescription>& commands) {
    std::string values, options, arguments;
    for (const CommandDescription& command : commands) {
        std::string all = "--help";
        for (const OptionDescription& option : command.options) {
            if (option.positional) continue;
            std::string patterns;
            for (const std::string& name : option.names) {
                if (name != "--help" && name.starts_with("--")) all += " " + name;
                patterns += (patterns.empty() ? "" : "|") + command.name + ":" + name;
            }
            if (option.value.empty()) continue;
            values += fmt::format("        {}) ", patterns);
            if (!option.choices.empty())
                values += fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\"))", fmt::join(option.choices, " "));
            else if (is_file(option))
                values += "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))";
            else
                values += ":";
            values += "; return ;;\n";
        }
        options += fmt::format("        {}) options='{}' ;;\n", command.name, all);
        if (takes_lesson(command))
            arguments += fmt::format(
                "        {}) COMPREPLY=($(compgen -W \"$(\"${{COMP_WORDS[0]}}\" generate lessons "
                "2>/dev/null | cut -f 1)\" -- \"$word\")) ;;\n",
                command.name);
        else if (const auto words = words_of(command); !words.empty())
            arguments += fmt::format("        {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")) ;;\n", command.name,
                                     fmt::join(words, " "));
        else if (takes_file(command))
            arguments += fmt::format("        {}) compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\")) ;;\n",
                                     command.name);
    }
    return fmt::format(R"bash(# Completions of bash for checker; made by `checker generate bash`.
_checker() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= options= at
    COMPREPLY=()
    for ((at = 1; at < COMP_CWORD; ++at)); do
        case ${{COMP_WORDS[at]}} in -*) ;; *) command=${{COMP_WORDS[at]}}; break ;; esac
    done
    case $command:$before in
{}    esac
    case $command in
        '' | help) options='--help --version' ;;
{}    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
        return
    fi
    case $command in
        '' | help) COMPREPLY=($(compgen -W '{} help' -- "$word")) ;;
{}    esac
}}
complete -F _checker checker
)bash",
                       values, options, names_of(commands), arguments);
}

std::string zsh_completion(const std::vector<CommandDescription>& commands) {
    std::string list, cases;
    for (const CommandDescription& command : commands) {
        list += fmt::format("        {}\n", quoted(command.name + ":" + command.summary));
        std::string arguments;
        for (const OptionDescription& option : command.options) {
            if (option.positional) continue;
            std::string action;
            if (!option.choices.empty())
                action = fmt::format("({})", fmt::join(option.choices, " "));
            else if (is_file(option))
                action = "_files";
            for (const std::string& name : option.names) {
                const std::string value = option.value.empty() ? "" : ":" + option.value + ":" + action;
                std::string meaning;
                for (const char character : option.meaning)
                    meaning += character == '[' || character == ']' || character == ':' ? std::string("\\") + character
                                                                                        : std::string(1, character);
                arguments += fmt::format(" \\\n                {}", quoted(name + "[" + meaning + "]" + value));
            }
        }
        if (takes_lesson(command))
            arguments += " \\\n                '*:lesson:_checker_lessons'";
        else if (const auto words = words_of(command); !words.empty())
            arguments += fmt::format(" \\\n                '*:what:({})'", fmt::join(words, " "));
        else if (takes_file(command))
            arguments += " \\\n                '*:file:_files'";
        cases += fmt::format("        {})\n            _arguments{}\n            ;;\n", command.name, arguments);
    }
    return fmt::format(R"zsh(#compdef checker
# Completions of zsh for checker; made by `checker generate zsh`.
_checker_lessons() {{
    local -a lessons
    lessons=(${{${{(f)"$(checker generate lessons 2>/dev/null)"}}//$'\t'/:}})
    _describe lesson lessons
}}

_checker() {{
    local -a commands
    commands=(
{}    )
    if (( CURRENT == 2 )); then
        _describe command commands
        _arguments '--help[Print this help and exit]' '--version[Print the version and exit]'
        return
    fi
    shift words
    (( CURRENT-- ))
    case $words[1] in
{}    esac
}}

# Loaded as a function by compinit, or read with `source`.
if [ "$funcstack[1]" = _checker ]; then _checker "$@"; else compdef _checker checker; fi
)zsh",
                       list, cases);
}

std::string fish_completion(const std::vector<CommandDescription>& commands) {
    std::string text =
        "# Completions of fish for checker; made by `checker generate fish`.\ncomplete -c checker -f\n"
        "complete -c checker -n __fish_use_subcommand -l help -d 'Print this help and exit'\n"
        "complete -c checker -n __fish_use_subcommand -l version -d 'Print the version and exit'\n";
    for (const CommandDescription& command : commands) {
        text += fmt::format("complete -c checker -n __fish_use_subcommand -a {} -d {}\n", command.name,
                            quoted(command.summary, "\\"));
        const std::string when = fmt::format("complete -c checker -n '__fish_seen_subcommand_from {}'", command.name);
        if (takes_lesson(command))
            text += when + " -a '(checker generate lessons 2>/dev/null)'\n";
        else if (const auto words = words_of(command); !words.empty())
            text += when + fmt::format(" -a '{}'\n", fmt::join(words, " "));
        else if (takes_file(command))
            text += when + " -F\n";
        for (const OptionDescription& option : command.options) {
            if (option.positional) continue;
            text += when;
            for (const std::string& name : option.names)
                text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (!option.choices.empty())
                text += fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
            else if (!option.value.empty())
                text += is_file(option) ? " -r -F" : " -x";
            text += " -d " + quoted(option.meaning, "\\") + "\n";
        }
    }
    return text;
}

}  // namespace lab::cli
