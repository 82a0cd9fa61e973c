// command_line.cpp: reads the command line and calls the command.
#include "cli/command_line.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <exception>
#include <string>

#include "build/installation.hpp"
#include "cli/called.hpp"
#include "cli/command_table.hpp"
#include "cli/commands.hpp"
#include "run/interrupt.hpp"

namespace lab {

namespace {

using namespace cli;

ExitCode call(const Session& session) {
    switch (session.arguments.command) {
        case Command::help: return print(session.arguments.help) ? passed : bug;
        case Command::version: return print(fmt::format("checker {}\n", build::lab_version())) ? passed : bug;
        case Command::start:
        case Command::list: return list(session);
        case Command::run: return cli::run(session);
        case Command::watch: return cli::watch(session);
        case Command::hint: return hint(session);
        case Command::reset: return reset(session);
        case Command::solution: return solution(session);
        case Command::replay: return cli::replay(session);
        case Command::predict: return predict(session);
        case Command::to_break: return to_break(session);
        case Command::play: return cli::play(session);
        case Command::report: return cli::report(session);
        case Command::new_lesson: return new_lesson(session);
        case Command::demo: return cli::demo(session);
        case Command::explore: return explore(session);
        case Command::verify: return verify(session);
        case Command::generate: return generate(session);
        case Command::doctor: return doctor(session);
    }
    return bug;
}

int call_interruptible(Session session) {
    int signal_number = 0;
    ExitCode code = bug;
    {
        run::Interrupt interrupt;
        session.stop = interrupt.token();
        code = call(session);
        signal_number = interrupt.signal();
    }
    if (signal_number == 0) return code;
    // Ended by a signal, and seen so by the shell.
    raise(signal_number);
    return 128 + signal_number;
}

ExitCode our_bug(const std::string& what) {
    return fail({bug, fmt::format("this is a bug in the checker, not in your program: {}\nPlease report it, with the "
                                  "command and this message.",
                                  what)});
}

// What to do about a mistake on the command line, unless the words about it say so themselves.
std::string where_to_look(const std::string& mistake, const std::string& command) {
    if (mistake.find("--help`") != std::string::npos) return {};
    return find_command(command) != nullptr ? fmt::format("\n`{} {} --help` shows what it takes.", called(), command)
                                            : fmt::format("\n`{} --help` shows the commands.", called());
}

// Standard input, output and error that were closed must not become a pipe or a file of ours. What is put in their
// place fails as they would: it cannot be read, or not be written.
void occupy_closed_descriptors() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (fcntl(descriptor, F_GETFD) == -1) open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
    signal(SIGPIPE, SIG_IGN);
    occupy_closed_descriptors();
    try {
        auto arguments = read_arguments({argv + 1, argv + argc});
        if (!arguments) {
            return fail({wrong_usage, arguments.error() + where_to_look(arguments.error(), argc > 1 ? argv[1] : "")});
        }
        Session session;
        session.arguments = std::move(*arguments);
        session.colour = wants_colour(session.arguments.colour);
        return call_interruptible(std::move(session));
    } catch (const std::exception& error) {
        return our_bug(error.what());
    } catch (...) {
        return our_bug("an exception of unknown type");
    }
}

}  // namespace lab
