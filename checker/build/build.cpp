// build.cpp: the order of the compiler runs. Explored comes first in the list, and a worker takes the first that can
// run.
#include "build/build.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <fstream>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

#include "build/product.hpp"
#include "build/sha256.hpp"

namespace lab::build {

namespace fs = std::filesystem;

namespace {

enum class Kind { precompile, compile, link };

struct Job {
    Flavour flavour;
    Kind kind;
    std::size_t unit = 0;            // for compile
    std::vector<std::size_t> needs;  // earlier jobs
    enum { waiting, running, done } state = waiting;
    std::optional<Outcome> outcome;  // empty although done: given up, since one that it needs has failed
};

// A unit of the hand-in or of the lesson, and its name in the linker's messages.
struct NamedUnit {
    Unit unit;
    std::string object;
    bool of_hand_in;
};

bool is_header(const fs::path& file) {
    const std::string extension = file.extension().string();
    return extension != ".cpp" && extension != ".cc" && extension != ".cxx";
}

// A folder in which the header's name leads to the hand-in's file.
fs::path stand_in(const Cache& cache, const HandIn& hand_in) {
    const std::string text = fmt::format("#pragma once\n#include \"{}\"\n", hand_in.files.front().string());
    const std::string key = sha256("stand-in " + hand_in.stands_for + text);
    if (const auto entry = cache.find(key)) return *entry;
    Draft draft = cache.draft();
    std::ofstream(draft.folder() / hand_in.stands_for) << text;
    return cache.publish(std::move(draft), key);
}

std::vector<NamedUnit> list_units(const BuildRequest& request) {
    const HandIn& hand_in = request.hand_in;
    std::vector<fs::path> headers_from = hand_in.headers_from;
    if (!hand_in.stands_for.empty()) headers_from.insert(headers_from.begin(), stand_in(request.cache, hand_in));

    std::vector<fs::path> headers;
    std::copy_if(hand_in.files.begin(), hand_in.files.end(), std::back_inserter(headers), is_header);
    for (const auto* names : {&request.lesson.edit, &request.lesson.given}) {
        for (const std::string& name : *names) {
            if (is_header(name)) headers.push_back(request.lesson.stub / name);
        }
    }
    std::vector<fs::path> all = headers;
    std::copy_if(hand_in.files.begin(), hand_in.files.end(), std::back_inserter(all),
                 [](const fs::path& file) { return !is_header(file); });

    std::vector<NamedUnit> units;
    std::set<std::string> taken;
    const auto add = [&](const fs::path& source, const std::vector<fs::path>& by_content, bool of_hand_in) {
        std::string object = source.stem().string() + ".o";
        for (int i = 2; !taken.insert(object).second; ++i) object = fmt::format("{}-{}.o", source.stem().string(), i);
        units.push_back({{source, by_content, headers_from}, object, of_hand_in});
    };
    for (const fs::path& source : hand_in.sources) add(source, all, true);
    for (const char* name : {"main.cpp", "check.cpp"}) {
        if (fs::exists(request.lesson.folder / name)) add(request.lesson.folder / name, headers, false);
    }
    return units;
}

}  // namespace

class Build::Jobs {
public:
    Jobs(BuildRequest request, const std::stop_token& stop)
        : request_(std::move(request)),
          shop_{request_.toolchain, request_.installation, request_.cache, request_.hand_in.shown_from},
          units_(list_units(request_)),
          forward_(stop, [this] { give_up(); }) {
        for (const Flavour flavour : {Flavour::explored, Flavour::native}) plan(flavour);
        for (unsigned i = 0; i < std::max(1U, request_.compilers); ++i) workers_.emplace_back([this] { work(); });
    }

    ~Jobs() {
        give_up();
        workers_.clear();
    }

    BuildResult wait(Flavour flavour) {
        std::unique_lock lock(mutex_);
        const auto last = last_job(flavour);
        changed_.wait(lock, [&] {
            if (failure_) return true;
            return std::all_of(jobs_.begin(), jobs_.end(),
                               [&](const Job& job) { return job.flavour != flavour || job.state == Job::done; });
        });
        if (failure_) std::rethrow_exception(failure_);
        return result(flavour, jobs_[last]);
    }

private:
    std::stop_source& stop_of(Flavour flavour) { return stops_[flavour == Flavour::explored ? 0 : 1]; }
    double& seconds_of(Flavour flavour) { return seconds_[flavour == Flavour::explored ? 0 : 1]; }

    void give_up() {
        for (std::stop_source& stop : stops_) stop.request_stop();
    }

    void plan(Flavour flavour) {
        std::vector<std::size_t> prefix;
        if (fs::exists(prefix_header(flavour, request_.installation))) {
            prefix.push_back(jobs_.size());
            jobs_.push_back({.flavour = flavour, .kind = Kind::precompile, .needs = {}, .outcome = {}});
        }
        Job link{.flavour = flavour, .kind = Kind::link, .needs = {}, .outcome = {}};
        for (std::size_t unit = 0; unit < units_.size(); ++unit) {
            link.needs.push_back(jobs_.size());
            jobs_.push_back({.flavour = flavour, .kind = Kind::compile, .unit = unit, .needs = prefix, .outcome = {}});
        }
        jobs_.push_back(std::move(link));
    }

    std::size_t last_job(Flavour flavour) const {
        std::size_t last = 0;
        for (std::size_t i = 0; i < jobs_.size(); ++i) {
            if (jobs_[i].flavour == flavour) last = i;
        }
        return last;
    }

    // The first job that can run now. A job that needs a failed one is done, without outcome.
    Job* next_job() {
        for (Job& job : jobs_) {
            if (job.state != Job::waiting) continue;
            const auto failed = [&](std::size_t need) {
                const Job& needed = jobs_[need];
                return needed.state == Job::done && (!needed.outcome || !needed.outcome->has_value());
            };
            const auto ready = [&](std::size_t need) { return jobs_[need].state == Job::done; };
            if (!std::all_of(job.needs.begin(), job.needs.end(), ready)) continue;
            if (!std::any_of(job.needs.begin(), job.needs.end(), failed)) return &job;
            job.state = Job::done;
            changed_.notify_all();
        }
        return nullptr;
    }

    void work() {
        std::unique_lock lock(mutex_);
        while (!failure_) {
            Job* job = next_job();
            if (job == nullptr) {
                if (std::all_of(jobs_.begin(), jobs_.end(), [](const Job& j) { return j.state != Job::waiting; }))
                    return;
                changed_.wait(lock);
                continue;
            }
            job->state = Job::running;
            lock.unlock();
            std::optional<Outcome> outcome;
            std::exception_ptr failure;
            try {
                outcome = run(*job);
            } catch (...) {
                failure = std::current_exception();
            }
            lock.lock();
            job->outcome = std::move(outcome);
            job->state = Job::done;
            if (failure) failure_ = failure;
            if (job->kind == Kind::link || !job->outcome || !*job->outcome) {
                seconds_of(job->flavour) =
                    std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
            }
            if (job->flavour == Flavour::explored && (!job->outcome || !*job->outcome)) {
                stop_of(Flavour::native).request_stop();
            }
            changed_.notify_all();
        }
    }

    // Called without the lock: the outcomes that it reads are done, and no longer change.
    Outcome run(const Job& job) {
        const std::stop_token stop = stop_of(job.flavour).get_token();
        if (stop.stop_requested()) return tl::unexpected(BuildFailure{"", "the build was stopped", true});
        if (job.kind == Kind::precompile) return precompile(shop_, job.flavour, stop);
        if (job.kind == Kind::compile) {
            const Product* precompiled = job.needs.empty() ? nullptr : &**jobs_[job.needs.front()].outcome;
            return compile(shop_, job.flavour, units_[job.unit].unit, precompiled, stop);
        }
        std::vector<Product> objects;
        std::vector<std::string> names;
        for (const std::size_t need : job.needs) {
            objects.push_back(**jobs_[need].outcome);
            names.push_back(units_[jobs_[need].unit].object);
        }
        return link(shop_, job.flavour, objects, names, stop);
    }

    BuildResult result(Flavour flavour, const Job& last) {
        BuildResult result;
        result.seconds = seconds_of(flavour);
        result.cached = true;
        bool hand_in_failed = false;
        for (const Job& job : jobs_) {
            if (job.flavour != flavour || !job.outcome) continue;
            const Outcome& outcome = *job.outcome;
            result.cached = result.cached && outcome && outcome->cached;
            const bool of_hand_in = job.kind == Kind::compile && units_[job.unit].of_hand_in;
            if (outcome) {
                // Warnings about the lesson's own files are not the student's.
                if (of_hand_in) result.diagnostics += outcome->diagnostics;
                if (of_hand_in) result.objects.push_back(outcome->file);
                continue;
            }
            // Where the hand-in itself does not compile, what follows from it elsewhere would only distract.
            if (!of_hand_in && hand_in_failed) continue;
            hand_in_failed = hand_in_failed || of_hand_in;
            result.diagnostics += outcome.error().diagnostics;
            if (result.reason.empty()) result.reason = outcome.error().reason;
            result.ours = result.ours || outcome.error().ours;
        }
        if (last.outcome && *last.outcome) {
            result.program = (*last.outcome)->file;
            result.identity = (*last.outcome)->identity;
        }
        return result;
    }

    const BuildRequest request_;
    const Workshop shop_;
    const std::vector<NamedUnit> units_;
    const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Job> jobs_;
    std::exception_ptr failure_;
    double seconds_[2] = {0, 0};
    std::stop_source stops_[2];
    std::stop_callback<std::function<void()>> forward_;
    std::vector<std::jthread> workers_;
};

Build::Build(BuildRequest request, const std::stop_token& stop)
    : jobs_(std::make_unique<Jobs>(std::move(request), stop)) {}

Build::~Build() = default;

BuildResult Build::wait(Flavour flavour) { return jobs_->wait(flavour); }

std::string without_colours(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\x1b' && i + 1 < text.size() && text[i + 1] == '[') {
            i += 2;
            while (i < text.size() && (text[i] < '@' || text[i] > '~')) ++i;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

}  // namespace lab::build
