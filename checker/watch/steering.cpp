// steering.cpp: the state machine of `checker watch`.
#include "watch/steering.hpp"

namespace lab::watch {

std::vector<Action> Steering::on(Event event) {
    if (event == Event::run_ended) return after_run();
    if (event == Event::quit || event == Event::stop) return leave();
    if (leaving_) return {};
    switch (event) {
        case Event::opened: return want_run(Action::say_opened);
        case Event::saved: return want_run(Action::say_saved);
        case Event::again: return want_run(Action::say_again);
        case Event::hint: hint_level_ = hint_level_ % 3 + 1; return {Action::show_hint};
        case Event::play: return {Action::play};
        case Event::next: return move_on();
        case Event::list: return {Action::show_list};
        case Event::open_report: return {judged_ ? Action::open_report : Action::say_no_report};
        case Event::keys: return {Action::show_keys};
        case Event::suspend: return pause();
        case Event::resumed:
            pausing_ = false;
            if (!wanted_ || run_ != Run::none) return {};
            wanted_ = false;
            run_ = Run::going;
            return {Action::start_run};
        case Event::other_key: return {Action::say_other_key};
        case Event::opened_untouched:
        case Event::run_ended:
        case Event::quit:
        case Event::stop: break;
    }
    return {};
}

std::vector<Action> Steering::want_run(Action said) {
    if (run_ == Run::none && !pausing_) {
        run_ = Run::going;
        return {said, Action::start_run};
    }
    const bool was_wanted = wanted_;
    wanted_ = true;
    if (run_ == Run::going) {
        run_ = Run::ending;
        return {said, Action::cancel_run};
    }
    // Many saves while one run ends are one to the reader.
    if (was_wanted) return {};
    return {said};
}

std::vector<Action> Steering::after_run() {
    const bool complete = run_ == Run::going;
    run_ = Run::none;
    if (leaving_) return {Action::quit};
    if (complete) {
        judged_ = true;
        hint_level_ = 0;  // another mistake perhaps, and another hint
        return {Action::show_result};
    }
    if (pausing_) return {Action::suspend};
    if (!wanted_) return {};
    wanted_ = false;
    run_ = Run::going;
    return {Action::start_run};
}

std::vector<Action> Steering::leave() {
    if (leaving_) return {Action::quit_at_once};
    if (run_ == Run::none) return {Action::quit};
    leaving_ = true;
    if (run_ == Run::ending) return {};
    run_ = Run::ending;
    return {Action::cancel_run};
}

// Nothing goes on while the checker is stopped: its limits are in seconds, and would run out meanwhile.
std::vector<Action> Steering::pause() {
    if (pausing_) return {};
    pausing_ = true;
    if (run_ == Run::none) return {Action::suspend};
    if (run_ == Run::ending) return {};
    run_ = Run::ending;
    wanted_ = true;
    return {Action::cancel_run};
}

std::vector<Action> Steering::move_on() {
    judged_ = false;
    hint_level_ = 0;
    wanted_ = false;
    if (run_ != Run::going) return {Action::open_next};
    run_ = Run::ending;
    return {Action::cancel_run, Action::open_next};
}

}  // namespace lab::watch
