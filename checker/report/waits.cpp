// waits.cpp: reads the waits off the last step of each thread.
#include "report/waits.hpp"

#include <algorithm>
#include <map>

namespace lab::report {

std::string thread_name(const judge::CaseResult& result, int thread) {
    for (const judge::ThreadEnd& end : result.threads)
        if (end.id == thread && !end.name.empty()) return end.name;
    return thread == 0 ? "main" : "thread " + std::to_string(thread);
}

std::vector<Wait> waits_at_end(const judge::CaseResult& result) {
    std::map<int, const judge::Step*> last;
    for (const judge::Step& step : result.trace) last[step.thread] = &step;
    const auto by_name = [&](const std::string& name) {
        for (const auto& [thread, step] : last)
            if (thread_name(result, thread) == name) return thread;
        for (const judge::ThreadEnd& end : result.threads)
            if (end.name == name) return end.id;
        return -1;
    };
    std::vector<Wait> waits;
    for (const auto& [thread, step] : last) {
        if (!step->blocks) continue;
        const auto end = std::find_if(result.threads.begin(), result.threads.end(),
                                      [id = thread](const judge::ThreadEnd& item) { return item.id == id; });
        if (step->operation == "join") {
            const bool told = end != result.threads.end() && end->waits_for_end;
            waits.push_back({thread, "", by_name(told ? end->waits_for : step->note)});
        } else {
            waits.push_back(
                {thread, step->object.empty() ? step->operation : step->object, step->holder ? *step->holder : -1});
        }
    }
    return waits;
}

std::vector<Wait> circle_of(const std::vector<Wait>& waits) {
    const auto next = [&](const Wait& wait) {
        return std::find_if(waits.begin(), waits.end(),
                            [&](const Wait& other) { return other.thread == wait.for_thread; });
    };
    for (auto start = waits.begin(); start != waits.end(); ++start) {
        std::vector<Wait> circle;
        for (auto at = start; at != waits.end() && circle.size() < waits.size(); at = next(*at)) {
            circle.push_back(*at);
            if (at->for_thread == start->thread) return circle;
        }
    }
    return {};
}

}  // namespace lab::report
