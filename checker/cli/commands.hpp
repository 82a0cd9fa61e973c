// commands.hpp: one function a command; each returns the exit code.
#pragma once

#include "cli/session.hpp"

namespace lab::cli {

ExitCode list(const Session& session);
ExitCode run(const Session& session);
ExitCode watch(const Session& session);
ExitCode hint(const Session& session);
ExitCode reset(const Session& session);
ExitCode solution(const Session& session);
ExitCode replay(const Session& session);
ExitCode predict(const Session& session);
ExitCode to_break(const Session& session);
ExitCode play(const Session& session);
ExitCode report(const Session& session);
ExitCode new_lesson(const Session& session);
ExitCode demo(const Session& session);
ExitCode explore(const Session& session);
ExitCode verify(const Session& session);
ExitCode generate(const Session& session);
ExitCode doctor(const Session& session);

}  // namespace lab::cli
