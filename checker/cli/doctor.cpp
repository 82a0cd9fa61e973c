// doctor.cpp: `checker doctor`: looks at everything that the lab needs of this machine, and says what to do.
#include <fmt/format.h>
#include <sched.h>
#include <sys/auxv.h>
#include <sys/personality.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <fstream>

#include "build/build.hpp"
#include "build/sha256.hpp"
#include "channel/region.hpp"
#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/finding.hpp"
#include "cli/workplace.hpp"
#include "judge/words.hpp"
#include "report/wrap.hpp"
#include "run/process.hpp"

namespace lab::cli {

namespace fs = std::filesystem;

namespace {

Finding compiler(const tl::expected<build::Toolchain, std::string>& toolchain) {
    if (!toolchain) return {"compiler", Health::missing, "none", toolchain.error()};
    const std::string& description = toolchain->description;
    const int major = std::atoi(description.substr(description.find(' ') + 1).c_str());
    const int least = toolchain->family == build::CompilerFamily::gnu ? 12 : 14;
    if (major < least) {
        return {"compiler", Health::missing, description,
                fmt::format("version {} or later is needed for C++20: install it and name it with --compiler", least)};
    }
    return {"compiler", Health::good, fmt::format("{} ({})", description, toolchain->path.string()), ""};
}

// Compiles a small program with the flags of the explored build.
Finding instrumentation(const build::Toolchain& toolchain, const build::Installation& installation,
                        const build::Cache& cache, const std::stop_token& stop) {
    const build::Draft draft = cache.draft();
    const fs::path source = draft.folder() / "probe.cpp";
    std::ofstream(source) << "#include <atomic>\n#include <thread>\n"
                             "int main() { std::atomic<int> n{0}; std::jthread t([&] { ++n; }); }\n";
    build::Compilation compilation{source, {}, std::nullopt, draft.folder() / "probe.o", draft.folder() / "probe.d"};
    run::ProcessRequest request;
    request.argv = build::compile_command(toolchain, build::Flavour::explored, installation, compilation);
    const run::ProcessResult result = run::supervise(request, stop);
    if (result.ended_well()) return {"instrumentation", Health::good, "-fsanitize=thread compiles", ""};
    const std::string said = build::without_colours(result.err);
    return {"instrumentation", Health::missing, said.substr(0, said.find('\n')),
            "the compiler must accept -std=c++20 -fsanitize=thread: install g++ 12 or later"};
}

Finding back_ends(const build::Installation& installation) {
    for (const build::Flavour flavour : {build::Flavour::explored, build::Flavour::native}) {
        const fs::path library = build::back_end_library(flavour, installation);
        if (!fs::exists(library)) {
            return {"back ends", Health::missing, library.string() + " is not there",
                    "build the lab again: ./lab doctor"};
        }
    }
    return {"back ends", Health::good, installation.libraries.string(), ""};
}

Finding shared_memory() {
    if (auto region = channel::Region::create(); !region) {
        return {"shared memory", Health::missing, region.error(), "/dev/shm must be there, writable, with 8 MiB free"};
    }
    struct statvfs status{};
    if (statvfs("/dev/shm", &status) != 0) return {"shared memory", Health::good, "works", ""};
    const auto free = static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize >> 20U;
    if (free < 32) {
        return {"shared memory", Health::poor,
                fmt::format("works, {} MiB free", judge::grouped(static_cast<std::int64_t>(free))),
                "give /dev/shm more room (in a container: --shm-size=64m)"};
    }
    return {"shared memory", Health::good,
            fmt::format("works, {} MiB free", judge::grouped(static_cast<std::int64_t>(free))), ""};
}

Finding fast_switching() {
#if defined(__x86_64__)
    constexpr unsigned long fsgsbase = 1UL << 1U;  // HWCAP2_FSGSBASE
    if ((getauxval(AT_HWCAP2) & fsgsbase) == 0) {
        return {"thread switching", Health::poor, "the processor's FSGSBASE instructions are not enabled",
                "exploration is slower without them; a Linux kernel 5.9 or later enables them"};
    }
    return {"thread switching", Health::good, "in user space (FSGSBASE)", ""};
#else
    return {"thread switching", Health::poor, "this is no x86-64 machine", "the exploring engine is made for x86-64"};
#endif
}

Finding fixed_addresses() {
    constexpr unsigned long query = 0xffffffffUL;
    const int before = personality(query);
    const bool allowed = before >= 0 && personality(static_cast<unsigned long>(before) | ADDR_NO_RANDOMIZE) >= 0;
    if (!allowed) {
        return {"addresses", Health::poor, "address randomisation cannot be switched off for a child",
                "a program whose behaviour depends on addresses may get differing interleavings; in a container, allow "
                "the system call personality"};
    }
    personality(static_cast<unsigned long>(before));
    return {"addresses", Health::good, "the same in every run", ""};
}

Finding cores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    const int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    if (count < 2) {
        return {"cores", Health::poor, "1", "verdicts are the same; building and the stress run take longer"};
    }
    return {"cores", Health::good, std::to_string(count), ""};
}

Finding cache_finding(const tl::expected<build::Cache, std::string>& cache) {
    if (!cache) return {"cache", Health::missing, "not writable", cache.error()};
    std::error_code error;
    const auto space = fs::space(cache->folder(), error);
    const auto free = error ? 0 : space.available >> 20U;
    if (!error && free < 1024) {
        return {"cache", Health::poor, fmt::format("{}, {} MiB free", cache->folder().string(), free),
                "free some space: the cache may take 1 GiB"};
    }
    return {"cache", Health::good, cache->folder().string(), ""};
}

Finding course_finding(const tl::expected<fs::path, CommandError>& course) {
    if (!course) return {"course", Health::missing, "none", course.error().text};
    const auto lessons = load_lessons(*course, {"all"});
    if (!lessons) return {"course", Health::missing, course->string(), lessons.error().text};
    return {"course", Health::good, fmt::format("{}, {} lessons", course->string(), lessons->size()), ""};
}

std::string findings_text(const std::vector<Finding>& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        const char* word = finding.health == Health::good ? "ok" : finding.health == Health::poor ? "poor" : "MISSING";
        text += fmt::format("{:<8} {:<17} {}\n", word, finding.subject, finding.found);
        if (finding.remedy.empty()) continue;
        const std::string remedy = report::paragraph(finding.remedy, 30, 80);
        text += fmt::format("{:<26} -> {}", "", remedy.substr(30));
    }
    return text;
}

}  // namespace

ExitCode doctor(const Session& session) {
    const build::Installation installation = build::find_installation();
    const auto course = find_course(installation);
    const auto cache = build::Cache::open(build::cache_folder(course.value_or(installation.course)));
    const auto toolchain = build::find_toolchain(session.arguments.compiler, session.stop);

    std::vector<Finding> findings = {compiler(toolchain)};
    if (toolchain && cache) findings.push_back(instrumentation(*toolchain, installation, *cache, session.stop));
    for (Finding finding : {back_ends(installation), shared_memory(), fast_switching(), fixed_addresses(), cores(),
                            cache_finding(cache), course_finding(course)}) {
        findings.push_back(std::move(finding));
    }
    const bool lacks = std::any_of(findings.begin(), findings.end(),
                                   [](const Finding& finding) { return finding.health == Health::missing; });
    std::string text = session.arguments.json ? doctor_document(findings) : findings_text(findings);
    if (!session.arguments.json) text += lacks ? "\nThe lab cannot work like this.\n" : "\nThe lab can work here.\n";
    if (!print(text)) return environment;
    return lacks ? environment : passed;
}

}  // namespace lab::cli
