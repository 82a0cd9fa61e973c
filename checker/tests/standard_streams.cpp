// standard_streams.cpp: standard input and output that are closed or full, and who reads them no more.
#include <doctest/doctest.h>

#include "run/process.hpp"

using namespace lab;

namespace {

run::ProcessResult shell(const std::string& command) {
    run::ProcessRequest request;
    request.argv = {"/bin/sh", "-c", "checker=" LAB_CHECKER "; " + command};
    request.directory = LAB_COURSE_DIR;
    request.wall_limit = std::chrono::minutes(2);
    return run::supervise(request);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("closed standard input is an end of input: nothing waits for it") {
    const auto played = shell("$checker play 04 --plain --solution <&-");
    CHECK(played.exit_code == 0);
    CHECK(has(played.out, "You are the scheduler"));
    const auto asked = shell("$checker predict 04 <&-");
    CHECK(asked.exit_code == 2);
    CHECK(has(asked.err, "there was no answer"));
}

TEST_CASE("where the result cannot be written, that is told by the exit code") {
    CHECK(shell("$checker list >&-").exit_code == 5);
    CHECK(shell("$checker list >/dev/full").exit_code == 5);
    CHECK(shell("$checker predict 04 --answer A >/dev/full").exit_code == 5);
    CHECK(shell("$checker list 2>&-").exit_code == 0);
}
