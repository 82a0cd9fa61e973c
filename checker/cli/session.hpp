// session.hpp: what every command is given, and where its words go.
#pragma once

#include <stop_token>
#include <string>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"

namespace lab::cli {

struct Session {
    Arguments arguments;
    std::stop_token stop;
    bool colour = false;  // of standard output
};

// Why a command cannot do its work.
struct CommandError {
    ExitCode code;
    std::string text;  // sentences; what to do is among them
};

// Writes to standard output, all of it; false if it is closed or full.
bool print(std::string_view text);

// Writes "checker: TEXT" to standard error, and returns the code.
ExitCode fail(const CommandError& error);

// As asked for, else by NO_COLOR, TERM, and whether standard output is a terminal.
bool wants_colour(ColourChoice choice);

// Columns for what gains by a wide terminal: those of standard output, from 80 to 120; 80 if it is no terminal.
std::size_t wide_columns();

// A line on standard error that says what is being done; shown only on a terminal, and taken away again.
class StatusLine {
public:
    StatusLine();
    ~StatusLine();
    StatusLine(const StatusLine&) = delete;
    StatusLine& operator=(const StatusLine&) = delete;

    void show(const std::string& text);
    void clear();

private:
    bool on_terminal_;
    bool shown_ = false;
};

}  // namespace lab::cli
