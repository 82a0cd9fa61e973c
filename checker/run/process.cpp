// process.cpp: supervise() by Boost.Process v2; the only file that includes it.
#include "run/process.hpp"

#include "run/fence.hpp"
#include "run/orphans.hpp"
#include "run/process_state.hpp"

// With std::filesystem, Boost 1.81 relies on these three headers without including them.
#define BOOST_PROCESS_USE_STD_FS 1
#include <boost/optional.hpp>
#include <boost/type_traits/decay.hpp>
#include <boost/type_traits/is_convertible.hpp>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/process/v2/posix/default_launcher.hpp>
#include <boost/process/v2/process.hpp>
#include <boost/process/v2/stdio.hpp>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string_view>
#include <system_error>

namespace lab::run {
namespace {

namespace asio = boost::asio;
namespace process = boost::process::v2;
using Clock = std::chrono::steady_clock;

// What happens in the child between fork and exec. Only async-signal-safe calls.
struct Fence {
    const ProcessRequest& request;
    pid_t parent;

    process::error_code on_exec_setup(process::posix::default_launcher&, const std::filesystem::path&,
                                      const char* const*) const {
        const int error = raise_fence(request, parent);
        return error == 0 ? process::error_code{} : process::error_code{error, process::system_category()};
    }

    // Without this the launcher would call exit() in the child, which runs the checker's own exit handlers.
    void on_exec_error(process::posix::default_launcher&, const std::filesystem::path&, const char* const*,
                       const process::error_code&) const {
        ::_exit(127);
    }
};

// A file descriptor that is closed at the end.
struct Descriptor {
    int value = -1;
    ~Descriptor() { close(); }
    void close() {
        if (value >= 0) ::close(value);
        value = -1;
    }
    int release() { return std::exchange(value, -1); }
};

// Standard descriptors that the checker was started without would be taken by pipes, and then clobbered in the child.
void open_standard_descriptors() {
    static std::once_flag once;
    std::call_once(once, [] {
        for (int descriptor = 0; descriptor <= 2; ++descriptor)
            if (::fcntl(descriptor, F_GETFD) < 0) {
                const int null = ::open("/dev/null", O_RDWR);
                if (null > descriptor) ::dup2(null, descriptor);
            }
    });
}

std::filesystem::path find_executable(const std::string& name) {
    if (name.find('/') != std::string::npos) return name;
    const char* path = std::getenv("PATH");
    std::string_view rest = path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        std::filesystem::path candidate = std::filesystem::path(rest.substr(0, end)) / name;
        if (::access(candidate.c_str(), X_OK) == 0) return candidate;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return name;
}

// The child's environment: ours (if wanted), then the request's, which replaces by name, then the run's mark.
std::vector<std::string> environment_for(const ProcessRequest& request, const std::string& mark) {
    std::vector<std::string> result;
    const auto put = [&result](std::string_view item) {
        const std::string_view name = item.substr(0, std::min(item.find('='), item.size()));
        for (std::string& old : result)
            if (old.size() > name.size() && old[name.size()] == '=' && old.starts_with(name)) {
                old = item;
                return;
            }
        result.emplace_back(item);
    };
    if (request.inherit_environment)
        for (char** item = environ; *item != nullptr; ++item) result.emplace_back(*item);
    for (const std::string& item : request.environment) put(item);
    put(mark);
    return result;
}

// One of the child's two output streams, read to its end; kept up to the cap.
class Drain {
public:
    Drain(asio::io_context& context, int descriptor, std::string& kept, bool& cut, std::size_t cap)
        : stream_(context, descriptor), kept_(kept), cut_(cut), cap_(cap) {}

    template <class OnBytes>
    void start(OnBytes on_bytes) {
        stream_.async_read_some(asio::buffer(buffer_), [this, on_bytes](auto error, std::size_t size) {
            const std::size_t room = std::min(size, cap_ - kept_.size());
            kept_.append(buffer_.data(), room);
            if (room < size) cut_ = true;
            if (error) {
                open_ = false;
                on_bytes(std::size_t{0});
                return;
            }
            on_bytes(size);
            start(on_bytes);
        });
    }
    bool open() const { return open_; }

private:
    asio::posix::stream_descriptor stream_;
    std::string& kept_;
    bool& cut_;
    std::size_t cap_;
    bool open_ = true;
    std::array<char, 16384> buffer_{};
};

constexpr auto looks_every = std::chrono::milliseconds(250);

// Waits for the child, its streams, its limits and the stop token; one thread, one io_context.
class Supervision {
public:
    Supervision(const ProcessRequest& request, Lineage& lineage, asio::io_context& context, pid_t child, int out,
                int err, ProcessResult& result)
        : request_(request),
          lineage_(lineage),
          context_(context),
          child_(child),
          result_(result),
          ended_(context),
          wall_(context),
          grace_(context),
          look_(context),
          out_(context, out, result.out, result.out_cut, request.output_cap),
          err_(context, err, result.err, result.err_cut, request.output_cap) {}

    void run(const std::stop_token& stop) {
        const auto on_bytes = [this](std::size_t size) {
            flood_ += size;
            if (request_.flood_limit > 0 && flood_ > request_.flood_limit) end_by(Limit::output);
            finish_if_done();
        };
        out_.start(on_bytes);
        err_.start(on_bytes);
        watch_child();
        if (request_.wall_limit.count() > 0) {
            wall_.expires_after(request_.wall_limit);
            wall_.async_wait([this](auto error) {
                if (!error) end_by(Limit::wall);
            });
        }
        if (request_.idle_limit.count() > 0) watch_state();
        const std::stop_callback cancel(stop, [this] {
            asio::post(context_, [this] {
                if (reaped_) return;
                result_.cancelled = true;
                kill_all();
            });
        });
        context_.run();
    }

private:
    void watch_child() {
        const int handle = static_cast<int>(::syscall(SYS_pidfd_open, child_, 0));
        if (handle < 0) return poll_child();
        ended_.assign(handle);
        ended_.async_wait(asio::posix::stream_descriptor::wait_read, [this](auto) { reap(); });
    }

    // For kernels and containers without pidfd_open.
    void poll_child() {
        siginfo_t information{};
        if (::waitid(P_PID, static_cast<id_t>(child_), &information, WEXITED | WNOHANG | WNOWAIT) != 0 ||
            information.si_pid != 0)
            return reap();
        grace_.expires_after(std::chrono::milliseconds(5));
        grace_.async_wait([this](auto error) {
            if (!error) poll_child();
        });
    }

    // Looks from time to time whether the child stands still.
    void watch_state() {
        look_.expires_after(looks_every);
        look_.async_wait([this](auto error) {
            if (error || reaped_) return;
            const auto state = state_of(child_);
            const bool asleep = state && state->letter == 'S' && request_.may_sleep && !request_.may_sleep();
            const bool stopped = state && (state->letter == 'T' || state->letter == 't');
            const bool still = (asleep || stopped) && state->time == time_seen_;
            idle_ = still ? idle_ + looks_every : std::chrono::milliseconds(0);
            if (state) time_seen_ = state->time;
            if (idle_ >= request_.idle_limit) return end_by(Limit::stuck);
            watch_state();
        });
    }

    void end_by(Limit limit) {
        if (reaped_ || result_.limit != Limit::none) return;
        result_.limit = limit;
        kill_all();
    }

    void kill_all() {
        ::kill(-child_, SIGKILL);
        lineage_.kill_descendants(true);
    }

    void reap() {
        result_.left_behind += lineage_.kill_descendants(false);
        ::kill(-child_, SIGKILL);  // before the wait: afterwards the number may belong to somebody else
        int status = 0;
        rusage usage{};
        while (::wait4(child_, &status, 0, &usage) < 0 && errno == EINTR) {
        }
        reaped_ = true;
        wall_.cancel();
        look_.cancel();
        const auto seconds = [](const timeval& time) {
            return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
        };
        result_.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
        result_.peak_memory = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
        if (WIFEXITED(status)) result_.exit_code = WEXITSTATUS(status);
        if (WIFSIGNALED(status)) result_.signal = WTERMSIG(status);
        if (result_.limit == Limit::none) {
            const auto cpu = static_cast<double>(request_.cpu_limit.count());
            if (result_.signal == SIGXCPU || (result_.signal == SIGKILL && cpu > 0 && result_.cpu_seconds >= cpu))
                result_.limit = Limit::cpu;
            if (result_.signal == SIGXFSZ) result_.limit = Limit::file_size;
        }
        lineage_.reaped();
        // Nobody holds the pipes any more, so that their ends arrive at once; the timer is for what we did not think
        // of.
        grace_.expires_after(std::chrono::seconds(1));
        grace_.async_wait([this](auto error) {
            if (!error) context_.stop();
        });
        finish_if_done();
    }

    void finish_if_done() {
        if (reaped_ && !out_.open() && !err_.open()) context_.stop();
    }

    const ProcessRequest& request_;
    Lineage& lineage_;
    asio::io_context& context_;
    pid_t child_;
    ProcessResult& result_;
    asio::posix::stream_descriptor ended_;
    asio::steady_timer wall_;
    asio::steady_timer grace_;
    asio::steady_timer look_;
    std::chrono::milliseconds idle_{0};
    unsigned long long time_seen_ = 0;
    Drain out_;
    Drain err_;
    std::uint64_t flood_ = 0;
    bool reaped_ = false;
};

}  // namespace

ProcessResult supervise(const ProcessRequest& request, const std::stop_token& stop) {
    ProcessResult result;
    if (request.argv.empty() || request.argv[0].empty()) {
        result.start_error = "there is no program to start";
        return result;
    }
    if (stop.stop_requested()) {
        result.cancelled = true;
        result.signal = SIGKILL;
        return result;
    }
    open_standard_descriptors();
    const std::filesystem::path executable = find_executable(request.argv[0]);
    if (::access(executable.c_str(), X_OK) != 0) {
        result.start_error = "cannot start " + executable.string() + ": " + std::strerror(errno);
        return result;
    }
    const auto started = Clock::now();
    asio::io_context context(1);
    Lineage lineage;

    Descriptor out_read, out_write, err_read, err_write;
    int pair[2];
    if (::pipe2(pair, O_CLOEXEC) == 0) out_read.value = pair[0], out_write.value = pair[1];
    if (::pipe2(pair, O_CLOEXEC) == 0) err_read.value = pair[0], err_write.value = pair[1];
    if (out_read.value < 0 || err_read.value < 0) {
        result.start_error = std::string("cannot make a pipe: ") + std::strerror(errno);
        return result;
    }
    const std::vector<std::string> environment = environment_for(request, lineage.mark());
    std::vector<const char*> environment_pointers;
    for (const std::string& item : environment) environment_pointers.push_back(item.c_str());
    environment_pointers.push_back(nullptr);

    std::fflush(nullptr);
    process::error_code error;
    process::posix::default_launcher launcher;
    launcher.env = environment_pointers.data();
    const std::vector<std::string> arguments(request.argv.begin() + 1, request.argv.end());
    {
        auto child =
            launcher(context.get_executor(), error, executable, arguments,
                     process::process_stdio{nullptr, out_write.value, err_write.value}, Fence{request, ::getpid()});
        child.detach();  // waiting is ours: the library's wait would lose the resource usage
    }
    out_write.close();
    err_write.close();
    if (error) {
        if (launcher.pid > 0) ::waitpid(launcher.pid, nullptr, 0);
        result.start_error = "cannot start " + executable.string() + ": " + error.message();
        return result;
    }
    lineage.launched(launcher.pid);
    Supervision(request, lineage, context, launcher.pid, out_read.release(), err_read.release(), result).run(stop);
    result.wall_seconds = std::chrono::duration<double>(Clock::now() - started).count();
    return result;
}

std::string describe_signal(int signal) {
    const char* name = ::sigabbrev_np(signal);
    const std::string text = name != nullptr ? std::string("SIG") + name : "signal " + std::to_string(signal);
    switch (signal) {
        case SIGSEGV: return text + " (access to memory that is not its own)";
        case SIGBUS: return text + " (access to memory that does not exist)";
        case SIGABRT: return text + " (abort was called)";
        case SIGFPE: return text + " (division by zero, or the like)";
        case SIGILL: return text + " (not a machine instruction)";
        case SIGKILL: return text + " (killed from outside)";
        case SIGTERM: return text + " (asked to end)";
        case SIGPIPE: return text + " (nobody reads what it writes)";
        case SIGXCPU: return text + " (too much processor time)";
        case SIGXFSZ: return text + " (a file grew too large)";
        default: return text;
    }
}

}  // namespace lab::run
