// stage.cpp: scenes that were seen, that are wanted, and that may be wanted next.
#include "cli/stage.hpp"

#include <utility>

namespace lab::cli {

Stage::Stage(pipeline::Playground& playground, std::stop_token stop)
    : playground_(playground), stop_(std::move(stop)) {}

Stage::~Stage() {
    const std::lock_guard lock(mutex_);
    ahead_.clear();
    give_up_.request_stop();
}

std::optional<pipeline::Trouble> Stage::serve(play::Game& game) {
    while (game.wants_scene()) {
        const Place place{game.case_name(), game.schedule()};
        if (auto scene = known(place)) {
            game.arrive(std::move(*scene));
            continue;
        }
        auto found = playground_.at(place.case_name, place.schedule, stop_);
        if (!found && found.error().kind != pipeline::Trouble::Kind::interrupted && game.retreat(found.error().what))
            continue;
        if (!found) return std::move(found.error());
        play::Scene scene{std::move(found->moment), std::move(found->outcome)};
        remember(place, scene);
        game.arrive(std::move(scene));
    }
    return std::nullopt;
}

std::optional<play::Scene> Stage::known(const Place& place) {
    const auto find = [&]() -> std::optional<play::Scene> {
        const auto found = scenes_.find(place);
        return found == scenes_.end() ? std::nullopt : std::optional(found->second);
    };
    std::unique_lock lock(mutex_);
    if (auto scene = find()) return scene;
    ahead_.clear();
    if (running_ && *running_ != place) give_up_.request_stop();
    const std::stop_callback stop(stop_, [source = give_up_]() mutable { source.request_stop(); });
    changed_.wait(lock, [this] { return !running_; });
    return find();
}

void Stage::remember(const Place& place, play::Scene scene) {
    const std::lock_guard lock(mutex_);
    if (scenes_.size() >= most_scenes) scenes_.clear();
    scenes_.insert_or_assign(place, std::move(scene));
}

void Stage::foresee(const play::Game& game) {
    const std::lock_guard lock(mutex_);
    ahead_.clear();
    for (std::string& schedule : game.one_key_away()) ahead_.push_back({game.case_name(), std::move(schedule)});
    if (!thread_.joinable()) thread_ = std::jthread([this](const std::stop_token& end) { look_ahead(end); });
    changed_.notify_all();
}

void Stage::wait_until_foreseen() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ahead_.empty() && !running_; });
}

void Stage::look_ahead(const std::stop_token& end) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, end, [this] { return !ahead_.empty(); })) {
        const Place place = std::move(ahead_.front());
        ahead_.pop_front();
        if (!scenes_.contains(place)) {
            running_ = place;
            give_up_ = std::stop_source();
            lock.unlock();
            auto found = playground_.at(place.case_name, place.schedule, give_up_.get_token());
            // What went wrong will do so again when it is wanted, and is told then.
            if (found) remember(place, {std::move(found->moment), std::move(found->outcome)});
            lock.lock();
            running_.reset();
        }
        changed_.notify_all();
    }
}

}  // namespace lab::cli
