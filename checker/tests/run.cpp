// run.cpp: tests of supervise() with children that misbehave; afterwards nothing of them may be left.
#include "run/process.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using lab::run::Limit;
using lab::run::ProcessRequest;
using lab::run::ProcessResult;
using lab::run::supervise;

namespace {

ProcessRequest shell(const std::string& script) {
    ProcessRequest request;
    request.argv = {"/bin/sh", "-c", script};
    request.wall_limit = 20s;
    return request;
}

// Processes that carry this word in their command line.
int alive(const std::string& word) {
    int count = 0;
    for (const auto& item : std::filesystem::directory_iterator("/proc")) {
        const std::string name = item.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos || name == std::to_string(::getpid())) continue;
        std::ifstream file(item.path() / "cmdline", std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        if (text.find(word) != std::string::npos) ++count;
    }
    return count;
}

// A sleep that no other test uses, to be looked for by `alive`.
std::string nap() {
    static int number = 0;
    return "sleep 7" + std::to_string(::getpid()) + "." + std::to_string(++number);
}

std::string seen_as(const std::string& nap) { return nap.substr(6); }

}  // namespace

TEST_CASE("run: output, exit code and times of a well-behaved child") {
    const ProcessResult result = supervise(shell("echo out; echo err >&2; exit 3"));
    CHECK(result.start_error == "");
    CHECK(result.exit_code == 3);
    CHECK(result.signal == 0);
    CHECK(result.out == "out\n");
    CHECK(result.err == "err\n");
    CHECK_FALSE(result.out_cut);
    CHECK(result.limit == Limit::none);
    CHECK(result.left_behind == 0);
    CHECK(result.wall_seconds > 0);
}

TEST_CASE("run: standard input is empty, only three descriptors are open, and signals are as usual") {
    CHECK(supervise(shell("cat; echo end")).out == "end\n");
    const int extra = ::dup(2);
    CHECK(supervise(shell("ls /proc/self/fd | wc -w")).out == "4\n");  // 0 1 2 and that of the folder itself
    ::close(extra);
    CHECK(supervise(shell("grep SigIgn /proc/self/status")).out == "SigIgn:\t0000000000000000\n");
}

TEST_CASE("run: environment and working directory") {
    ProcessRequest request = shell("echo $ONE $HOME; pwd");
    request.environment = {"ONE=1", "HOME=/nowhere"};
    request.directory = "/usr";
    CHECK(supervise(request).out == "1 /nowhere\n/usr\n");
    request.argv = {"/usr/bin/env"};
    request.inherit_environment = false;
    const std::string seen = supervise(request).out;
    CHECK(seen.starts_with("ONE=1\nHOME=/nowhere\nINTERLEAVE_RUN="));
}

TEST_CASE("run: what cannot be started says why") {
    ProcessRequest request;
    request.argv = {"/nonexistent/program"};
    CHECK(supervise(request).start_error == "cannot start /nonexistent/program: No such file or directory");
    request.argv = {"/etc/passwd"};
    CHECK(supervise(request).start_error.starts_with("cannot start /etc/passwd: "));
    request.argv.clear();
    CHECK(supervise(request).start_error != "");
    request = shell("true");
    request.directory = "/nonexistent";
    const ProcessResult result = supervise(request);
    CHECK(result.start_error.find("No such file") != std::string::npos);
    CHECK_FALSE(result.exit_code);
}

TEST_CASE("run: a name is looked up in PATH") {
    ProcessRequest request;
    request.argv = {"true"};
    CHECK(supervise(request).ended_well());
}

TEST_CASE("run: a child that sleeps for ever meets the wall limit") {
    const std::string sleep = nap();
    ProcessRequest request = shell("trap '' TERM INT; " + sleep);
    request.wall_limit = 200ms;
    const ProcessResult result = supervise(request);
    CHECK(result.limit == Limit::wall);
    CHECK(result.signal == SIGKILL);
    CHECK(result.wall_seconds < 5);
    CHECK(alive(seen_as(sleep)) == 0);
}

TEST_CASE("run: a child that computes for ever meets the processor limit") {
    ProcessRequest request = shell("while :; do :; done");
    request.cpu_limit = 1s;
    const ProcessResult result = supervise(request);
    CHECK(result.limit == Limit::cpu);
    CHECK(result.cpu_seconds > 0.5);
}

TEST_CASE("run: a flooding child is read to the cap and dropped, then ended") {
    ProcessRequest request = shell("yes; echo never");
    request.output_cap = 1000;
    request.flood_limit = 8U << 20;
    const ProcessResult result = supervise(request);
    CHECK(result.out.size() == 1000);
    CHECK(result.out_cut);
    CHECK(result.limit == Limit::output);

    ProcessRequest some = shell("head -c 100000 /dev/zero; echo err >&2");
    some.output_cap = 10;
    const ProcessResult rest = supervise(some);
    CHECK(rest.exit_code == 0);
    CHECK(rest.out == std::string(10, '\0'));
    CHECK(rest.err == "err\n");
    CHECK_FALSE(rest.err_cut);
}

TEST_CASE("run: closing standard output does not end the wait for the child") {
    const ProcessResult result = supervise(shell("exec >&- 2>&-; sleep 0.2; exit 7"));
    CHECK(result.exit_code == 7);
    CHECK(result.wall_seconds > 0.15);
}

TEST_CASE("run: file size and memory limits hold") {
    ProcessRequest request = shell("exec head -c 1000000 /dev/zero > /tmp/lab-run-test-" + std::to_string(::getpid()));
    request.file_size_limit = 10000;
    const ProcessResult result = supervise(request);
    std::filesystem::remove("/tmp/lab-run-test-" + std::to_string(::getpid()));
    CHECK(result.limit == Limit::file_size);

    ProcessRequest eater = shell("head -c 200000000 /dev/zero | tail -n 1 > /dev/null");
    eater.memory_limit = 64U << 20;
    CHECK(supervise(eater).err.find("memory") != std::string::npos);
}

TEST_CASE("run: death by a signal is told apart from an exit code") {
    const ProcessResult result = supervise(shell("kill -SEGV $$"));
    CHECK(result.signal == SIGSEGV);
    CHECK_FALSE(result.exit_code);
    CHECK(lab::run::describe_signal(SIGSEGV) == "SIGSEGV (access to memory that is not its own)");
}

TEST_CASE("run: processes left behind are ended: background, setsid, double fork, no mark in the environment") {
    const std::string one = nap(), two = nap(), three = nap(), four = nap();
    const ProcessResult result =
        supervise(shell(one + " & setsid " + two + " & (setsid sh -c '" + three +
                        " & exit' &) ; env -i /usr/bin/setsid " + four + " & sleep 0.1; echo done"));
    CHECK(result.out == "done\n");
    CHECK(result.exit_code == 0);
    CHECK(result.left_behind >= 4);
    for (const std::string& nap : {one, two, three, four}) CHECK(alive(seen_as(nap)) == 0);
}

TEST_CASE("run: a detached grandchild that holds the pipes does not keep the run open, also on a time-out") {
    const std::string sleep = nap();
    ProcessRequest request = shell("(setsid sh -c '" + sleep + " & " + sleep + "' &); exec " + sleep);
    request.wall_limit = 300ms;
    const ProcessResult result = supervise(request);
    CHECK(result.limit == Limit::wall);
    CHECK(result.wall_seconds < 5);
    CHECK(alive(seen_as(sleep)) == 0);
}

TEST_CASE("run: a child that forks and forks is ended") {
    const std::string word = "forks" + std::to_string(::getpid());
    ProcessRequest request =
        shell("f() { n=$((n + 1)); [ $n -gt 6 ] && exec sleep 3600; (setsid true; f) & f; }; : " + word + "; f");
    request.wall_limit = 500ms;
    const ProcessResult result = supervise(request);
    CHECK((result.limit == Limit::wall || result.left_behind > 0));
    CHECK(alive(word) == 0);
}

TEST_CASE("run: a stop request ends the child at once") {
    const std::string sleep = nap();
    std::stop_source source;
    std::jthread canceller([&source] {
        std::this_thread::sleep_for(100ms);
        source.request_stop();
    });
    const ProcessResult result = supervise(shell(sleep + " & " + sleep), source.get_token());
    CHECK(result.cancelled);
    CHECK_FALSE(result.ended_well());
    CHECK(result.wall_seconds < 5);
    CHECK(alive(seen_as(sleep)) == 0);
    CHECK(supervise(shell("true"), source.get_token()).cancelled);
}

TEST_CASE("run: several at once, from several threads, do not end each other's children") {
    std::vector<ProcessResult> results(12);
    {
        std::vector<std::jthread> threads;
        for (std::size_t index = 0; index < results.size(); ++index)
            threads.emplace_back([&results, index] {
                const std::string number = std::to_string(index);
                // Every other one leaves something behind; the rest have a live grandchild of an ended parent.
                results[index] = supervise(index % 2 == 0 ? shell("setsid sleep 3601 & echo " + number)
                                                          : shell("d=$(mktemp -d) && mkfifo $d/said && "
                                                                  "{ (sleep 0.4; echo late; echo > $d/said) & } && "
                                                                  "read answer < $d/said; rm -r $d; echo " +
                                                                  number));
            });
    }
    for (std::size_t index = 0; index < results.size(); ++index) {
        CHECK(results[index].exit_code == 0);
        CHECK(results[index].out == (index % 2 == 0 ? "" : "late\n") + std::to_string(index) + "\n");
    }
}
