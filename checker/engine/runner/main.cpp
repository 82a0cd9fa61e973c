// main.cpp: the exploring runner: takes the place of the program's main(), explores its cases, tells the checker.
#include "runner/main.hpp"
#include "channel/writer.hpp"
#include "doctest/case_registry.hpp"
#include "explore/explorer.hpp"
#include "fiber/fiber.hpp"
#include "fiber/fixed_place.hpp"
#include "interpose/export.hpp"
#include "interpose/input.hpp"
#include "interpose/real.hpp"
#include "interpose/shared_names.hpp"
#include "interpose/streams.hpp"
#include "memory/arena.hpp"
#include "memory/snapshot.hpp"
#include "model/execution.hpp"
#include "runner/config.hpp"
#include "runner/frames.hpp"

#include <dlfcn.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace interleave {
namespace {

using Main = int (*)(int, char**, char**);
Main g_program_main = nullptr;
char** g_arguments = nullptr;
char** g_environment = nullptr;
bool g_keep_main = false;
rlimit g_time_limit{};  // of the processor, as it was before start_up()

std::optional<lab::channel::Writer> g_writer;

constexpr unsigned first_fibers = 12;

// What a registered case turned out to be, found out in a child process: its code is the hand-in's author's.
struct Registered {
    char file[512];
    int line;
    bool interleaved;
    bool some;
    void (*body)();
};
Registered* g_probe = nullptr;

std::string executable_path() {
    char path[PATH_MAX];
    const ssize_t size = readlink("/proc/self/exe", path, sizeof path);
    return size > 0 ? std::string(path, static_cast<std::size_t>(size)) : std::string();
}

// Addresses that vary from run to run would vary what a program does that orders by address.
void fix_addresses(char** arguments) {
    const int now = personality(0xffffffff);
    if (now == -1 || (now & ADDR_NO_RANDOMIZE) != 0 || std::getenv("INTERLEAVE_ADDRESSES") != nullptr) return;
    if (personality(static_cast<unsigned>(now) | ADDR_NO_RANDOMIZE) == -1) return;
    setenv("INTERLEAVE_ADDRESSES", "fixed", 1);
    execv("/proc/self/exe", arguments);
}

Registered probe(const cases::RegisteredCase& registered) {
    auto* shared = static_cast<Registered*>(
        mmap(nullptr, sizeof(Registered), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    *shared = {};
    g_probe = shared;
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        alarm(2);
        cases::run_registered_case(registered);
        _exit(0);
    }
    if (child > 0) waitpid(child, nullptr, 0);
    Registered result = *shared;
    munmap(shared, sizeof(Registered));
    g_probe = nullptr;
    if (!result.interleaved) result.body = registered.body;
    return result;
}

class Runner {
public:
    Runner(runner::RunnerConfig config, lab::channel::Writer writer)
        : config_(std::move(config)), writer_(std::move(writer)) {}

    void run() {
        const auto registered = cases::registered_cases();
        if (!config_.mode_given && registered.empty()) config_.mode = runner::Mode::program;
        const bool with_program = config_.program || config_.mode == runner::Mode::program ||
                                  (config_.replay && config_.replay->case_name == "program");
        runner::Begin begin{"explored", program_image().base, executable_path(), {}};
        if (config_.mode != runner::Mode::program)
            for (const auto& entry : registered) begin.cases.push_back(entry.name);
        if (with_program) begin.cases.emplace_back("program");
        writer_.append(to_json(begin));
        if (config_.mode == runner::Mode::list) return finish();
        if (config_.mode != runner::Mode::program)
            for (const auto& entry : registered)
                if (wants(entry.name) && !end_.skipped) run_case(entry);
        if (with_program && wants("program") && !end_.skipped) run_program_case();
        finish();
    }

private:
    bool wants(const std::string& name) const {
        if (config_.mode == runner::Mode::replay && config_.replay) return config_.replay->case_name == name;
        return config_.wants(name);
    }

    void run_case(const cases::RegisteredCase& entry) {
        const Registered found = probe(entry);
        const char* kind = !found.interleaved ? "plain" : found.some ? "some" : "every";
        writer_.append(to_json(runner::CaseBegin{entry.name, kind, entry.file, entry.line}));
        Subject subject{entry.name, found.some, false, [body = found.body] {
                            const auto end = cases::call_body(body, exec.current->stack_top - place_of_main);
                            if (end.kind != cases::BodyEnd::Kind::exception) return;
                            exec.failure.what = end.what;
                            exec.fail(FailureKind::exception, "an exception left the test case: " + end.what);
                        }};
        auto end = explore(subject, config_);
        end.kind = kind;
        tell(end);
    }

    void run_program_case() {
        writer_.append(to_json(runner::CaseBegin{"program", "program", "", 0}));
        std::vector<const char*> arguments{"program"};
        for (const auto& argument : config_.arguments) arguments.push_back(argument.c_str());
        const int count = static_cast<int>(arguments.size());
        arguments.push_back(nullptr);
        Subject subject{"program", false, true, [&] { exec.exit_code = call_program_main(count, arguments.data()); }};
        tell(explore(subject, config_));
    }

    // Waiting in vain takes seconds, and what hangs in one case mostly hangs in the next: one such wait is enough.
    void tell(const runner::CaseEnd& end) {
        const std::string kind = end.failure ? end.failure->kind : "";
        end_.skipped = kind == "no-progress" || kind == "blocked-outside" || kind == "out-of-memory" ||
                       (kind == "step-limit" && end.failure->message.find("too much work") != std::string::npos);
        writer_.append(to_json(end));
    }

    void finish() {
        end_.skipped = end_.skipped && config_.mode == runner::Mode::check;
        end_.shared_names = take_shared_names();
        writer_.append(to_json(end_));
    }

    runner::RunnerConfig config_;
    lab::channel::Writer writer_;
    runner::End end_;
};

int run_runner(int count, char** arguments, char** environment) {
    if (program_main_is_kept()) {
        setrlimit(RLIMIT_CPU, &g_time_limit);
        return g_program_main(count, arguments, environment);
    }
    std::fflush(nullptr);  // what constructors of globals have printed is no part of any execution
    g_arguments = arguments;
    g_environment = environment;
    runner::RunnerConfig config;
    try {
        config = runner::config_from_environment();
    } catch (const runner::ConfigError& error) {
        std::fprintf(stderr, "interleave: INTERLEAVE_CONFIG: %s\n", error.what());
        return 64;
    }
    capture_streams();
    if (!provide_input(config.input)) {
        std::fprintf(stderr, "interleave: standard input cannot be read from %s\n", config.input.c_str());
        return 64;
    }
    prepare_fibers(first_fibers);
    save_data();
    arena::mark();
    Runner(std::move(config), std::move(*g_writer)).run();
    INTERLEAVE_REAL(_exit)(0);  // destructors of the hand-in's globals are no business of the runner's
    return 0;
}

// Before the program's own constructors run, so that the allocations that they make are told from the engine's.
__attribute__((constructor)) void start_up(int, char** arguments, char**) {
    fix_addresses(arguments);
    find_program_image();
    // Opened, and its name removed, before any code of the hand-in runs.
    g_writer.emplace(lab::channel::Writer::from_environment());
    g_writer->hide_from_children();  // it is there that hand-in code is explored
    unsetenv("INTERLEAVE_CHANNEL");
    watch_shared_names();
    // The hand-in's constructors of globals run next, outside of any supervision of the engine's.
    constexpr rlim_t seconds = 5;
    rlimit limit{};
    if (getrlimit(RLIMIT_CPU, &limit) == 0) g_time_limit = limit;
    if (getrlimit(RLIMIT_CPU, &limit) == 0 && (limit.rlim_max == RLIM_INFINITY || limit.rlim_max > seconds)) {
        limit.rlim_cur = seconds;
        setrlimit(RLIMIT_CPU, &limit);
    }
}

}  // namespace

void keep_program_main() noexcept { g_keep_main = true; }
bool program_main_is_kept() noexcept { return g_keep_main && std::getenv("INTERLEAVE_CONFIG") == nullptr; }

void explore_registered_case(const char*, const char* file, int line, bool some, void (*body)()) {
    if (g_probe == nullptr) return;
    std::snprintf(g_probe->file, sizeof g_probe->file, "%s", file);
    g_probe->line = line;
    g_probe->interleaved = true;
    g_probe->some = some;
    g_probe->body = body;
}

int call_program_main(int argc, const char* const* argv) {
    static const char* const alone[] = {"program", nullptr};
    if (argc == 0 || argv == nullptr) {
        argc = 1;
        argv = alone;
    }
    const std::uintptr_t place = exec.active ? exec.current->stack_top - place_of_main : any_place;
    return call_at(place, g_program_main, argc, const_cast<char**>(argv), g_environment);
}

}  // namespace interleave

// A lesson without a program of its own.
INTERLEAVE_EXPORT int main() { return 0; }

INTERLEAVE_EXPORT int __libc_start_main(int (*program)(int, char**, char**), int argc, char** argv, void (*init)(),
                                        void (*fini)(), void (*rtld_fini)(), void* stack_end) {
    using Start = int(int (*)(int, char**, char**), int, char**, void (*)(), void (*)(), void (*)(), void*);
    auto* const real = reinterpret_cast<Start*>(dlsym(RTLD_NEXT, "__libc_start_main"));
    interleave::g_program_main = program;
    return real(interleave::run_runner, argc, argv, init, fini, rtld_fini, stack_end);
}
