// frames.cpp: follows the trace step by step.
#include "report/frames.hpp"

#include "report/operation.hpp"
#include "report/visible.hpp"

#include <algorithm>
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
    Follower(const judge::CaseResult& result, const std::vector<Row>& rows) {
        std::set<int> threads;
        for (const Row& row : rows) threads.insert(row.thread);
        for (const judge::Step& step : result.trace)
            if (step.blocks && threads.size() < most_threads) threads.insert(step.thread);
        for (const int thread : threads) {
            if (frame_.threads.size() == most_threads) break;
            frame_.threads.push_back({.thread = thread, .doing = thread == 0 ? "runs" : "not started"});
        }
        // Values are of interest where the rows speak of them.
        for (const Row& row : rows)
            for (std::size_t at = row.first_step; at <= row.last_step && at < result.trace.size(); ++at)
                if (result.trace[at].thread == row.thread) objects_.insert(result.trace[at].object);
    }

    void follow(const judge::Step& step) {
        if (step.operation == "output") frame_.output = last_part(frame_.output + step.value);
        if (!step.value.empty() && objects_.contains(step.object) && is_memory(step)) note_value(step);
        const auto thread = std::find_if(frame_.threads.begin(), frame_.threads.end(),
                                         [&](const ThreadFrame& item) { return item.thread == step.thread; });
        if (thread == frame_.threads.end()) return;
        thread->doing = step.operation == "exit" ? "ended" : brief(operation_words(step));
        thread->waits = step.blocks;
        thread->wants = step.blocks ? brief(step.object) : "";
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
        return frame;
    }

private:
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

    Frame frame_;
    std::set<std::string> objects_;
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
