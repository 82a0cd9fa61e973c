// orphans.cpp: the walk over /proc behind orphans.hpp.
#include "run/orphans.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>
#include <set>
#include <string_view>
#include <thread>
#include <vector>

namespace lab::run {
namespace {

constexpr std::string_view mark_name = "INTERLEAVE_RUN=";
constexpr auto patience = std::chrono::seconds(10);  // for processes that the kernel is slow to end

// One line of the process table.
struct Entry {
    pid_t pid = 0;
    pid_t parent = 0;
    char state = '?';
    unsigned long long started = 0;  // clock ticks since boot
};

// What all runs of this process share.
struct Registry {
    std::mutex launching;  // held while a child is being started and during a sweep's decision whom to kill
    std::mutex mutex;      // protects the members below
    std::set<pid_t> roots;
    std::set<std::string> marks;
    unsigned long long first_started = 0;  // processes older than this are none of ours
};

Registry& registry() {
    static Registry instance;
    return instance;
}

std::string read_all(const std::string& path) {
    std::string text;
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return text;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(file, buffer, sizeof buffer)) > 0;)
        text.append(buffer, static_cast<std::size_t>(got));
    ::close(file);
    return text;
}

// False if the process has gone.
bool read_entry(pid_t pid, Entry& entry) {
    const std::string text = read_all("/proc/" + std::to_string(pid) + "/stat");
    const std::size_t after_name = text.rfind(')');  // the name may itself hold parentheses and blanks
    if (after_name == std::string::npos) return false;
    entry.pid = pid;
    return std::sscanf(text.c_str() + after_name + 1,
                       " %c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d %llu", &entry.state,
                       &entry.parent, &entry.started) == 3;
}

std::vector<Entry> read_table() {
    std::vector<Entry> table;
    DIR* folder = ::opendir("/proc");
    if (folder == nullptr) return table;
    while (const dirent* item = ::readdir(folder)) {
        if (item->d_name[0] < '0' || item->d_name[0] > '9') continue;
        Entry entry;
        if (read_entry(static_cast<pid_t>(std::strtol(item->d_name, nullptr, 10)), entry)) table.push_back(entry);
    }
    ::closedir(folder);
    return table;
}

// The run's mark in a process's environment; empty if there is none or it may not be read.
std::string mark_of(pid_t pid) {
    const std::string text = read_all("/proc/" + std::to_string(pid) + "/environ");
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\0', at), text.size());
        const std::string_view item(text.data() + at, end - at);
        if (item.starts_with(mark_name)) return std::string(item);
        at = end + 1;
    }
    return {};
}

// Adds to `found` all entries below the processes in it.
void add_descendants(const std::vector<Entry>& table, std::set<pid_t>& found) {
    for (bool grew = true; grew;) {
        grew = false;
        for (const Entry& entry : table)
            if (found.contains(entry.parent) && found.insert(entry.pid).second) grew = true;
    }
}

// The children of this process as the kernel lists them; nothing if this kernel does not.
std::optional<std::vector<pid_t>> listed_children() {
    std::vector<pid_t> children;
    DIR* folder = ::opendir("/proc/self/task");
    if (folder == nullptr) return std::nullopt;
    bool known = true;
    while (const dirent* item = ::readdir(folder)) {
        if (item->d_name[0] == '.') continue;
        const std::string path = std::string("/proc/self/task/") + item->d_name + "/children";
        if (::access(path.c_str(), R_OK) != 0) known = false;
        const std::string text = read_all(path);
        for (const char* at = text.c_str(); *at != '\0';) {
            char* end = nullptr;
            const long pid = std::strtol(at, &end, 10);
            if (end == at) break;
            children.push_back(static_cast<pid_t>(pid));
            at = *end == ' ' ? end + 1 : end;
        }
    }
    ::closedir(folder);
    if (!known) return std::nullopt;
    return children;
}

// The common case after a well-behaved run, told without a walk over /proc: no child but those that were started.
// (A process whose parent has gone is our own child, so that nothing is overlooked once the root has ended.)
bool only_known_children() {
    siginfo_t information{};
    if (::waitid(P_ALL, 0, &information, WEXITED | WNOHANG | WNOWAIT) < 0 && errno == ECHILD) return true;
    const auto children = listed_children();
    if (!children) return false;
    const std::lock_guard guard(registry().mutex);
    return std::all_of(children->begin(), children->end(), [](pid_t pid) { return registry().roots.contains(pid); });
}

}  // namespace

Lineage::Lineage() {
    static std::once_flag once;
    std::call_once(once, [] {
        ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
        // Children that this process had before (from a shell that became the checker by exec) stay untouched. The
        // clock of /proc is coarse, so the age of the youngest process there is the limit, not that of this process.
        unsigned long long youngest = 0;
        for (const Entry& entry : read_table())
            if (entry.parent == ::getpid()) youngest = std::max(youngest, entry.started + 1);
        registry().first_started = youngest;
    });
    static std::random_device random;
    launching_ = std::unique_lock(registry().launching);
    char text[40];
    std::snprintf(text, sizeof text, "%08x%08x%08x", static_cast<unsigned>(::getpid()), random(), random());
    mark_ = std::string(mark_name) + text;
    const std::lock_guard guard(registry().mutex);
    registry().marks.insert(mark_);
}

Lineage::~Lineage() {
    const std::lock_guard guard(registry().mutex);
    registry().marks.erase(mark_);
    registry().roots.erase(root_);
}

void Lineage::launched(pid_t root) {
    if (root > 0) {
        root_ = root;
        const std::lock_guard guard(registry().mutex);
        registry().roots.insert(root);
    }
    launching_.unlock();
}

void Lineage::reaped() {
    const std::lock_guard guard(registry().mutex);
    registry().roots.erase(root_);
    root_ = 0;
}

int Lineage::kill_descendants(bool with_root) {
    const std::lock_guard launching(registry().launching);
    if (!with_root && only_known_children()) return 0;
    std::set<pid_t> counted;
    const auto give_up = std::chrono::steady_clock::now() + patience;
    for (;;) {
        const std::vector<Entry> table = read_table();
        std::set<pid_t> others;  // roots of other runs, and all below them
        std::set<std::string> other_marks;
        unsigned long long first_started = 0;
        {
            const std::lock_guard guard(registry().mutex);
            others = registry().roots;
            other_marks = registry().marks;
            first_started = registry().first_started;
        }
        others.erase(root_);
        other_marks.erase(mark_);
        add_descendants(table, others);

        std::set<pid_t> ours;
        for (const Entry& entry : table) {
            if (entry.parent != ::getpid() || entry.pid == root_ || others.contains(entry.pid)) continue;
            if (entry.started < first_started) continue;
            if (entry.state != 'Z' && other_marks.contains(mark_of(entry.pid))) continue;
            ours.insert(entry.pid);
        }
        if (root_ > 0) ours.insert(root_);
        add_descendants(table, ours);
        if (!with_root) ours.erase(root_);

        int alive = 0;
        for (const Entry& entry : table) {
            if (!ours.contains(entry.pid)) continue;
            if (entry.state == 'Z' || entry.state == 'X') {
                if (entry.parent == ::getpid() && entry.pid != root_) ::waitpid(entry.pid, nullptr, WNOHANG);
                continue;
            }
            ++alive;
            if (entry.pid != root_) counted.insert(entry.pid);
            ::kill(entry.pid, SIGKILL);
        }
        if (alive == 0 || std::chrono::steady_clock::now() > give_up) return static_cast<int>(counted.size());
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

}  // namespace lab::run
