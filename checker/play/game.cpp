// game.cpp: what each action does to the game.
#include "play/game.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "judge/words.hpp"

namespace lab::play {

Game::Game(Subject subject, std::size_t case_index, Line line)
    : subject_(std::move(subject)),
      case_(case_index),
      line_(std::move(line)),
      at_(line_.size()),
      shown_(!line_.empty()) {}

void Game::arrive(Scene scene) {
    scene_ = std::move(scene);
    // A line that was brought along may be longer than the interleaving.
    if (const auto& taken = scene_->moment.steps; taken && *taken >= 0 && static_cast<std::size_t>(*taken) < at_) {
        at_ = static_cast<std::size_t>(*taken);
        line_.resize(at_);
    }
    if (scene_->moment.diverged) notice_ = "This schedule does not fit the program any further: it stops here.";
    if (!forcing_) return;
    const auto& choices = scene_->moment.choices;
    if (scene_->outcome || choices.size() != 1)
        forcing_ = false;
    else
        step(choices.front().thread);
}

bool Game::retreat(std::string why) {
    forcing_ = false;
    notice_ = std::move(why);
    if (at_ == 0) return false;
    --at_;
    return true;
}

const judge::Choice* Game::choice_of(int thread) const {
    if (!scene_) return nullptr;
    const auto& choices = scene_->moment.choices;
    const auto found = std::ranges::find(choices, thread, &judge::Choice::thread);
    return found == choices.end() ? nullptr : &*found;
}

bool Game::failed() const { return scene_ && scene_->outcome && judge::can_be_shown(scene_->outcome->verdict); }

std::string Game::hand_over() const {
    return fmt::format("{}{} {}", subject_.hand_over, subject_.cases[case_].option, schedule());
}

const Failing* Game::shortest() const {
    const Failing* best = nullptr;
    const auto length = [](const Failing& failing) {
        return std::tuple(evidence::changes_of_thread(failing.line, failing.line.size()), failing.line.size());
    };
    for (const Failing& failing : subject_.failing)
        if (failing.case_index == case_ && (best == nullptr || length(failing) < length(*best))) best = &failing;
    return best;
}

std::vector<std::string> Game::one_key_away() const {
    constexpr std::size_t most_choices = 6;
    const std::string& visible = subject_.cases[case_].visible;
    std::vector<std::string> schedules;
    const auto add = [&](const Line& line, std::size_t length) {
        std::string schedule = evidence::text_of(line, length, visible);
        if (std::ranges::find(schedules, schedule) == schedules.end()) schedules.push_back(std::move(schedule));
    };
    if (at_ < line_.size()) add(line_, at_ + 1);
    Line line(line_.begin(), line_.begin() + static_cast<std::ptrdiff_t>(at_));
    const auto& choices = scene_->moment.choices;
    for (std::size_t at = 0; !scene_->outcome && at < std::min(choices.size(), most_choices); ++at) {
        line.push_back({choices[at].thread, 0});
        add(line, line.size());
        line.pop_back();
    }
    if (at_ > 0) add(line_, at_ - 1);
    if (const Failing* failing = shortest(); failing != nullptr) add(failing->line, failing->line.size());
    add(line_, 0);
    return schedules;
}

void Game::go_to(std::size_t place) {
    at_ = std::min(place, line_.size());
    scene_.reset();
}

void Game::step(int thread) {
    if (scene_->outcome) {
        notice_ = "It is over. Left arrow (back) takes steps back.";
        return;
    }
    if (choice_of(thread) == nullptr) {
        const auto& threads = scene_->moment.threads;
        const auto found = std::ranges::find(threads, thread, &judge::ThreadNow::id);
        const std::string name = found == threads.end() ? "thread " + std::to_string(thread) : found->name;
        notice_ = found == threads.end()       ? fmt::format("There is no {} now. {}", name, who_can_go_on())
                  : found->state == "finished" ? fmt::format("{} has ended.", name)
                                               : fmt::format("{} cannot go on: it waits.", name);
        forcing_ = false;
        return;
    }
    if (at_ == line_.size() || line_[at_].thread != thread) {
        line_.resize(at_);
        line_.push_back({thread, 0});
        shown_ = false;
    }
    go_to(at_ + 1);
}

std::optional<int> Game::latest_thread() const {
    return at_ == 0 || at_ > line_.size() ? std::nullopt : std::optional(line_[at_ - 1].thread);
}

std::string Game::who_can_go_on() const {
    std::vector<std::string> names;
    for (const judge::Choice& choice : scene_->moment.choices)
        names.push_back(choice.thread == 0 ? "main (0)" : std::to_string(choice.thread));
    return names.empty() ? "Nobody can go on." : judge::joined(names) + " can go on.";
}

// A number of several digits, a key at a time. False: the action is none of it, and ends it.
bool Game::type(const Action& action) {
    constexpr std::size_t most_digits = 3;
    using Kind = Action::Kind;
    if (action.kind == Kind::step && action.number) {
        if (typed_->size() < most_digits) *typed_ += std::to_string(*action.number);
        return true;
    }
    if (action.kind == Kind::back && !typed_->empty()) {
        typed_->pop_back();
        return true;
    }
    const std::string digits = *std::exchange(typed_, std::nullopt);
    if (action.kind == Kind::on && !digits.empty()) step(std::stoi(digits));
    return action.kind == Kind::on || action.kind == Kind::back || action.kind == Kind::type;
}

void Game::read_older() {
    const int values = scene_->moment.values;
    if (at_ == 0 || values < 2) {
        notice_ = "The latest step has read the only value that it can read.";
        return;
    }
    line_.resize(at_);
    line_.back().older = (line_.back().older + 1) % values;
    shown_ = false;
    scene_.reset();
}

void Game::jump(std::optional<int> number) {
    if (number) {
        if (static_cast<std::size_t>(*number) > line_.size()) {
            notice_ = fmt::format("This line has {} steps.", line_.size());
            return;
        }
        go_to(static_cast<std::size_t>(*number));
        return;
    }
    const Failing* failing = shortest();
    if (failing == nullptr) {
        show_failing(1);
        return;
    }
    failing_ = static_cast<std::size_t>(failing - subject_.failing.data()) + 1;
    line_ = failing->line;
    shown_ = true;
    go_to(line_.size());
}

void Game::show_failing(int direction) {
    const std::size_t count = subject_.failing.size();
    if (count == 0) {
        notice_ = "No interleaving that fails is known.";
        return;
    }
    if (direction > 0)
        failing_ = failing_ % count + 1;
    else
        failing_ = failing_ <= 1 ? count : failing_ - 1;
    const Failing& failing = subject_.failing[failing_ - 1];
    case_ = failing.case_index;
    line_ = failing.line;
    shown_ = true;
    go_to(line_.size());
    notice_ = fmt::format("Failing interleaving {} of the {} that are known.", failing_, count);
}

void Game::change_case(std::optional<int> number) {
    const auto count = static_cast<int>(subject_.cases.size());
    if (number && (*number < 1 || *number > count)) {
        notice_ = fmt::format("There are cases 1 to {}.", count);
        return;
    }
    case_ = number ? static_cast<std::size_t>(*number - 1) : (case_ + 1) % subject_.cases.size();
    line_.clear();
    shown_ = false;
    go_to(0);
}

void Game::act(const Action& action) {
    if (!scene_) return;
    notice_.clear();
    if (typed_ && type(action)) return;
    const bool help_was_open = std::exchange(help_, false);
    using Kind = Action::Kind;
    switch (action.kind) {
        case Kind::step: step(action.number.value_or(0)); break;
        case Kind::on:
            if (scene_->outcome || scene_->moment.choices.size() != 1) {
                notice_ = scene_->outcome ? "It is over. Left arrow (back) takes steps back."
                                          : "Several threads can go on: choose one by its number.";
                break;
            }
            forcing_ = true;
            step(scene_->moment.choices.front().thread);
            break;
        case Kind::type: typed_.emplace(); break;
        case Kind::older: read_older(); break;
        case Kind::back:
            if (at_ == 0)
                notice_ = "This is the beginning.";
            else
                go_to(at_ - 1);
            break;
        case Kind::forward:
            if (at_ == line_.size())
                notice_ = "Nothing was played from here on: choose a thread by its number.";
            else
                go_to(at_ + 1);
            break;
        case Kind::start: go_to(0); break;
        case Kind::jump: jump(action.number); break;
        case Kind::next_failing: show_failing(1); break;
        case Kind::previous_failing: show_failing(-1); break;
        case Kind::next_case: change_case(action.number); break;
        case Kind::schedule: notice_ = hand_over(); break;
        case Kind::help: help_ = !help_was_open; break;
        case Kind::quit: ended_ = !help_was_open; break;
        case Kind::show:
        case Kind::values: break;
        case Kind::unknown: notice_ = fmt::format("`{}` is no command. `help` lists them.", action.text); break;
    }
}

}  // namespace lab::play
