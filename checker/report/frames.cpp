// frames.cpp: follows the trace step by step.
#include "report/frames.hpp"

#include "report/operation.hpp"
#include "report/visible.hpp"
#include "report/waits.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace lab::report {
namespace {

constexpr std::size_t most_threads = 32;
constexpr std::size_t most_values = 10;
constexpr std::size_t most_locks = 8;  // of one thread
constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_output = 600;

std::string brief(const std::string& text) {
    return shortened(visible(text.substr(0, 4 * longest_name)), longest_name);
}

class Follower {
public:
    Follower(const judge::CaseResult& result, const std::vector<Row>& rows) : result_(result) {
        std::set<int> threads;
        for (const Row& row : rows) threads.insert(row.thread);
        for (const judge::Step& step : result.trace)
            if (step.blocks && threads.size() < most_threads) threads.insert(step.thread);
        for (const int thread : threads) {
            if (frame_.threads.size() == most_threads) break;
            // Threads are numbered in the order in which they are created.
            const bool exists = thread == 0 || thread > count_of(result.trace, "create");
            frame_.threads.push_back({.thread = thread,
                                      .doing = thread == 0 ? "runs"
                                               : exists    ? "not started"
                                                           : "does not exist yet",
                                      .exists = exists});
        }
        // Values are of interest where the rows speak of them, unless one name stands for several pieces of memory.
        for (const Row& row : rows) objects_.insert(row.objects.begin(), row.objects.end());
        std::map<std::string, int> ids;
        for (const judge::Step& step : result.trace)
            if (is_memory(step) && ids.emplace(step.object, step.object_id).first->second != step.object_id)
                objects_.erase(step.object);
    }

    void follow(const judge::Step& step) {
        ++at_;
        if (step.operation == "output") frame_.output = last_part(frame_.output + step.value);
        if (step.operation == "create") {
            if (ThreadFrame* made = find(++created_); made != nullptr && !made->exists) {
                made->exists = true;
                made->doing = "not started";
            }
        }
        if (step.operation.starts_with("notify")) notified_.insert(step.object);
        if (!step.value.empty() && objects_.contains(step.object) && is_memory(step)) note_value(step);
        if (step.operation == "exit") ended_.insert(step.thread);
        ThreadFrame* const thread = find(step.thread);
        if (thread == nullptr) return;
        thread->exists = true;
        thread->ended = step.operation == "exit";
        // What has no name tells the reader nothing.
        if (!step.nameless || step.key) thread->doing = thread->ended ? "ended" : brief(operation_words(step));
        thread->waits = step.blocks || goes_to_sleep(step);
        thread->wants = thread->waits ? brief(step.object) : "";
        if (thread->waits) notified_.erase(step.object);
        thread->holds.clear();
        for (std::size_t at = 0; at < std::min(step.holds.size(), most_locks); ++at)
            thread->holds.push_back(brief(step.holds[at]));
        if (step.file.empty()) return;
        thread->file = visible(step.file);
        thread->line = step.line;
    }

    Frame frame() const {
        Frame frame = frame_;
        frame.output = visible(frame_.output, true);
        for (ThreadFrame& thread : frame.threads) thread.can_go = can_go(thread);
        return frame;
    }

private:
    static int count_of(const std::vector<judge::Step>& trace, const char* operation) {
        return static_cast<int>(std::count_if(trace.begin(), trace.end(),
                                              [&](const judge::Step& step) { return step.operation == operation; }));
    }

    // It waits from here on, although it will be woken: its next step is to wake up.
    static bool goes_to_sleep(const judge::Step& step) {
        return (step.operation == "wait" && step.object_kind == "condition_variable") ||
               (step.operation == "atomic_wait" && step.note == "waits");
    }

    ThreadFrame* find(int thread) {
        const auto found = std::find_if(frame_.threads.begin(), frame_.threads.end(),
                                        [&](const ThreadFrame& item) { return item.thread == thread; });
        return found == frame_.threads.end() ? nullptr : &*found;
    }

    // As far as its next step tells.
    bool can_go(const ThreadFrame& thread) const {
        if (!thread.exists || thread.ended) return false;
        const auto next = std::find_if(result_.trace.begin() + static_cast<std::ptrdiff_t>(at_), result_.trace.end(),
                                       [&](const judge::Step& step) { return step.thread == thread.thread; });
        if (next == result_.trace.end()) return !thread.waits;
        if (next->blocks) return !thread.waits;  // it goes to where it waits
        if (thread.waits) return notified_.contains(next->object);
        if (next->operation == "join")
            return std::any_of(ended_.begin(), ended_.end(),
                               [&](int other) { return thread_name(result_, other) == next->note; });
        return next->operation != "lock" ||
               std::none_of(frame_.threads.begin(), frame_.threads.end(), [&](const ThreadFrame& other) {
                   return other.thread != thread.thread &&
                          std::find(other.holds.begin(), other.holds.end(), brief(next->object)) != other.holds.end();
               });
    }

    static bool is_memory(const judge::Step& step) {
        const std::string& op = step.operation;
        return !step.part && (op == "read" || op == "write" || op.starts_with("atomic_"));
    }

    static std::string last_part(const std::string& text) {
        return text.size() <= longest_output ? text : text.substr(text.size() - longest_output);
    }

    void note_value(const judge::Step& step) {
        const std::string name = brief(step.object);
        const auto known = std::find_if(frame_.values.begin(), frame_.values.end(),
                                        [&](const auto& value) { return value.first == name; });
        if (known != frame_.values.end())
            known->second = brief(step.value);
        else if (frame_.values.size() < most_values)
            frame_.values.emplace_back(name, brief(step.value));
    }

    const judge::CaseResult& result_;
    Frame frame_;
    std::set<std::string> objects_;
    std::set<std::string> notified_;  // conditions, since somebody went to sleep on them
    std::set<int> ended_;
    std::size_t at_ = 0;  // steps followed
    int created_ = 0;     // threads
};

}  // namespace

std::vector<Frame> frames(const judge::CaseResult& result, const std::vector<Row>& rows) {
    Follower follower(result, rows);
    std::vector<Frame> all;
    std::size_t at = 0;
    // What comes before the first row has happened before the story begins: main has started the threads, ...
    if (!rows.empty())
        while (at < rows.front().first_step) follower.follow(result.trace[at++]);
    all.push_back(follower.frame());
    for (const Row& row : rows) {
        const bool last = &row == &rows.back();
        while (at < result.trace.size() && (last || at <= row.last_step)) follower.follow(result.trace[at++]);
        all.push_back(follower.frame());
    }
    return all;
}

}  // namespace lab::report
