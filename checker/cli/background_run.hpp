// background_run.hpp: one piece of work in a thread of its own, that can be cancelled.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <thread>

#include "watch/wake.hpp"

namespace lab::cli {

// Its functions are for one thread; only the work runs in another one. Wakes when the work has ended.
template <class Outcome>
class BackgroundRun {
public:
    explicit BackgroundRun(const watch::Wake& wake) : wake_(wake) {}

    // Only while nothing runs.
    void start(std::function<Outcome(const std::stop_token&)> work) {
        done_ = false;
        thread_ = std::jthread([this, work = std::move(work)](const std::stop_token& stop) {
            outcome_.emplace(work(stop));
            done_ = true;
            wake_.wake();
        });
    }

    // It ends soon; what it started is killed.
    void cancel() { thread_.request_stop(); }

    // Once, after its end: what came out.
    std::optional<Outcome> take() {
        if (!done_) return std::nullopt;
        done_ = false;
        thread_.join();
        return std::exchange(outcome_, std::nullopt);
    }

private:
    const watch::Wake& wake_;
    std::optional<Outcome> outcome_;
    std::atomic<bool> done_{false};
    std::jthread thread_;  // last: its end comes before that of the rest
};

}  // namespace lab::cli
