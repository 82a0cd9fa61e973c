// man_page.cpp: writes checker.1 (groff's man macros).
#include "cli/man_page.hpp"

#include <fmt/format.h>

#include "cli/exit_code.hpp"
#include "judge/verdict.hpp"

namespace lab::cli {

namespace {

// Text of a line: no character means anything to groff.
std::string plain(const std::string& text) {
    std::string escaped;
    for (const char character : text) {
        if (character == '\\')
            escaped += "\\e";
        else if (character == '-')
            escaped += "\\-";
        else if (character == '\'')
            escaped += "\\(aq";
        else if (character == '`')
            escaped += "\\(ga";
        else
            escaped += character;
    }
    return escaped.starts_with('.') ? "\\&" + escaped : escaped;
}

std::string usage(const CommandDescription& command) {
    std::string text = ".B checker " + plain(command.name) + "\n";
    for (const OptionDescription& option : command.options) {
        if (!option.positional) continue;
        const std::string name = "\\fI" + plain(option.names.front()) + "\\fR" + (option.repeated ? " ..." : "");
        text += option.required ? name + "\n" : "[" + name + "]\n";
    }
    return text + "[\\fIOPTION\\fR ...]\n";
}

std::string options(const CommandDescription& command) {
    std::string text;
    for (const OptionDescription& option : command.options) {
        text += ".TP\n";
        if (option.positional) {
            text += ".I " + plain(option.names.front()) + "\n";
        } else {
            std::string names;
            for (const std::string& name : option.names)
                names += (names.empty() ? "\\fB" : ", \\fB") + plain(name) + "\\fR";
            text += names + (option.value.empty() ? "" : " \\fI" + plain(option.value) + "\\fR") + "\n";
        }
        text += plain(option.meaning) + ".\n";
    }
    return text;
}

std::string examples(const CommandDescription& command) {
    std::string text = ".PP\nExamples:\n.PP\n.nf\n.RS\n";
    for (std::size_t at = 0; at < command.examples.size();) {
        const std::size_t end = std::min(command.examples.find('\n', at), command.examples.size());
        text += plain(command.examples.substr(at, end - at)) + "\n";
        at = end + 1;
    }
    return text + ".RE\n.fi\n";
}

}  // namespace

std::string man_page(const std::vector<CommandDescription>& commands, const std::string& version) {
    std::string text = fmt::format(
        ".\\\" Made by `checker generate man`.\n.TH CHECKER 1 \"\" \"checker {}\" \"The lab: concurrency in C++20\"\n"
        ".SH NAME\nchecker \\- judges exercises in concurrent C++20, in every interleaving\n.SH SYNOPSIS\n.B checker\n"
        "[\\fICOMMAND\\fR] [\\fIOPTION\\fR ...]\n.SH DESCRIPTION\n"
        "Builds a student's file, runs it in every order in which its threads can take turns, and tells whether it is "
        "right in all of them. If it is not, it shows the interleaving that breaks it.\n.PP\n"
        "A lesson goes by number or name: 04, 4, deadlock or 04\\-deadlock.\n.SH COMMANDS\n",
        plain(version));
    std::string group;
    for (const CommandDescription& command : commands) {
        if (command.group != group) text += ".SS " + plain(group = command.group) + "\n";
        text +=
            ".PP\n" + usage(command) + ".PP\n" + plain(command.summary) + ".\n" + options(command) + examples(command);
    }
    text += ".SH VERDICTS\n";
    for (const judge::Verdict verdict : judge::all_verdicts())
        text += fmt::format(".TP\n.B {}\n{}\n", plain(std::string(name(verdict))), plain(std::string(phrase(verdict))));
    text += ".SH EXIT STATUS\n";
    const std::pair<ExitCode, const char*> codes[] = {{passed, "passed"},
                                                      {not_passed, "not passed"},
                                                      {wrong_usage, "wrong usage"},
                                                      {does_not_build, "the hand-in does not build"},
                                                      {inconclusive, "inconclusive"},
                                                      {environment, "the environment lacks something"},
                                                      {bug, "a bug in the checker"}};
    for (const auto& [code, meaning] : codes)
        text += fmt::format(".TP\n.B {}\n{}\n", static_cast<int>(code), plain(meaning));
    text += ".SH ENVIRONMENT\n";
    const std::pair<const char*, const char*> variables[] = {{"LAB_COURSE", "the course, if you are not in it"},
                                                             {"LAB_CACHE", "folder for build products"},
                                                             {"LAB_STATE", "folder for your progress"},
                                                             {"CXX", "the compiler"},
                                                             {"NO_COLOR", "if it is set, no colours"}};
    for (const auto& [variable, meaning] : variables) text += fmt::format(".TP\n.B {}\n{}\n", variable, plain(meaning));
    return text;
}

}  // namespace lab::cli
