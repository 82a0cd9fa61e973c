// process.hpp: one child process, run under limits until it ends, with nothing of it left behind.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace lab::run {

// What to start, and how far it may go. A limit of zero means: no limit.
struct ProcessRequest {
    std::vector<std::string> argv;         // argv[0] is a path, or a name that is looked up in PATH
    std::vector<std::string> environment;  // "NAME=value"
    bool inherit_environment = true;  // false: `environment` is all that the child sees; true: it adds and replaces
    std::filesystem::path directory;  // working directory; empty: the checker's own

    std::chrono::milliseconds wall_limit{60'000};
    std::chrono::seconds cpu_limit{0};             // of each process of the tree (RLIMIT_CPU)
    std::uint64_t memory_limit = 0;                // bytes of address space of each process (RLIMIT_AS)
    std::uint64_t file_size_limit = 0;             // bytes of any file written (RLIMIT_FSIZE)
    std::size_t output_cap = 1U << 20;             // bytes kept of stdout, and of stderr; the rest is read and dropped
    std::uint64_t flood_limit = 256ULL * 1048576;  // bytes of output after which the child is killed
    // A child that neither runs nor uses processor time for so long is killed: always if it is stopped (SIGSTOP), and
    // while `may_sleep` says no (empty: always yes) also if it is asleep.
    std::chrono::milliseconds idle_limit{0};
    std::function<bool()> may_sleep;
    bool fixed_addresses = false;  // ask the kernel for no address randomisation (may be refused)
};

// Which limit ended the child.
enum class Limit { none, wall, cpu, output, file_size, stuck };

// How it went. Exactly one of these holds: start_error is not empty, exit_code is set, or signal is not zero.
struct ProcessResult {
    std::string start_error;       // why it could not be started, a sentence; empty: it was started
    std::optional<int> exit_code;  // it ended by itself
    int signal = 0;                // it was ended by this signal (by us too: see limit and cancelled)
    Limit limit = Limit::none;
    bool cancelled = false;  // the stop token asked for the end
    std::string out;         // standard output, at most output_cap bytes
    std::string err;
    bool out_cut = false;  // more was written than is kept
    bool err_cut = false;
    double cpu_seconds = 0;  // user and system time of the child and of the descendants that it waited for
    double wall_seconds = 0;
    std::uint64_t peak_memory = 0;  // bytes resident
    int left_behind = 0;            // descendants that still ran when the child had ended, and were killed

    bool ended_well() const { return exit_code == 0 && limit == Limit::none && !cancelled; }
};

// Runs one child to its end: own process group, standard input empty, only descriptors 0-2 open, killed when the
// calling thread ends. On return neither the child nor any descendant exists, whatever it did (setsid, double fork,
// SIGTERM ignored). May be called from several threads at once. Never throws for what the child does.
ProcessResult supervise(const ProcessRequest& request, const std::stop_token& stop = {});

// "SIGSEGV (invalid memory access)": a signal's name and what it means, for people.
std::string describe_signal(int signal);

}  // namespace lab::run
