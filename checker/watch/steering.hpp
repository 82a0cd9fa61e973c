// steering.hpp: what `checker watch` does when something happens: events in, actions out. Pure: no clock, no file, no
// terminal.
#pragma once

#include <vector>

namespace lab::watch {

enum class Event {
    opened,            // a lesson is there, and its exercise has been worked on
    opened_untouched,  // the same, but it is still the stub
    saved,             // a file of the hand-in
    run_ended,         // by itself, or because it was cancelled
    resumed,           // after a suspension
    // Keys.
    hint,
    play,
    again,
    next,
    list,
    open_report,
    keys,
    quit,
    suspend,  // Ctrl-Z
    stop,     // Ctrl-C, or a signal that asks for the end
    other_key,
};

enum class Action {
    say_opened,  // that the run is the first one
    say_saved,   // the first line of feedback
    say_again,
    start_run,
    cancel_run,  // run_ended follows
    show_result,
    show_hint,  // of hint_level()
    play,
    open_next,  // opened, or opened_untouched, follows
    show_list,
    open_report,
    say_no_report,
    show_keys,
    say_other_key,
    suspend,  // resumed follows
    quit,
    quit_at_once,  // the run does not come to its end
};

// Invariants: at most one run goes on; after the last save a run is started; the result of a run that was cancelled is
// never shown; nothing is started after quit or stop.
class Steering {
public:
    std::vector<Action> on(Event event);

    unsigned hint_level() const { return hint_level_; }  // 1 to 3
    bool runs() const { return run_ != Run::none; }

private:
    enum class Run { none, going, ending };

    // `said`: what is said of it.
    std::vector<Action> want_run(Action said);
    std::vector<Action> leave();
    std::vector<Action> after_run();
    std::vector<Action> pause();
    std::vector<Action> move_on();

    Run run_ = Run::none;
    bool wanted_ = false;  // a run, as soon as the one that is ending has ended
    bool leaving_ = false;
    bool pausing_ = false;
    bool judged_ = false;  // there is a verdict on this lesson
    unsigned hint_level_ = 0;
};

}  // namespace lab::watch
