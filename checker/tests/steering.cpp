// steering.cpp: tests of what `checker watch` does when: the state machine, the keys, the words.
#include "watch/steering.hpp"

#include <doctest/doctest.h>

#include <random>
#include <utility>

#include "watch/keys.hpp"
#include "watch/words.hpp"

using namespace lab::watch;

namespace {

using Actions = std::vector<Action>;

}  // namespace

TEST_CASE("a save starts a run, and its end shows the result") {
    Steering steering;
    CHECK(steering.on(Event::opened_untouched).empty());
    CHECK_FALSE(steering.runs());
    CHECK(steering.on(Event::saved) == Actions{Action::say_saved, Action::start_run});
    CHECK(steering.runs());
    CHECK(steering.on(Event::run_ended) == Actions{Action::show_result});
    CHECK_FALSE(steering.runs());
    CHECK(steering.on(Event::again) == Actions{Action::say_again, Action::start_run});
}

TEST_CASE("a save during a run cancels it and starts anew; its result is not shown") {
    Steering steering;
    steering.on(Event::saved);
    CHECK(steering.on(Event::saved) == Actions{Action::say_saved, Action::cancel_run});
    CHECK(steering.on(Event::saved).empty());  // one more while it ends
    CHECK(steering.on(Event::run_ended) == Actions{Action::start_run});
    CHECK(steering.on(Event::run_ended) == Actions{Action::show_result});
}

TEST_CASE("keys answer during a run too") {
    Steering steering;
    steering.on(Event::opened);
    CHECK(steering.on(Event::hint) == Actions{Action::show_hint});
    CHECK(steering.on(Event::list) == Actions{Action::show_list});
    CHECK(steering.on(Event::keys) == Actions{Action::show_keys});
    CHECK(steering.on(Event::play) == Actions{Action::play});
    CHECK(steering.on(Event::other_key) == Actions{Action::say_other_key});
    CHECK(steering.on(Event::open_report) == Actions{Action::say_no_report});
    CHECK(steering.on(Event::run_ended) == Actions{Action::show_result});
    CHECK(steering.on(Event::open_report) == Actions{Action::open_report});
}

TEST_CASE("hints go from the first to the third and round; a verdict begins anew") {
    Steering steering;
    for (const unsigned level : {1U, 2U, 3U, 1U, 2U}) {
        steering.on(Event::hint);
        CHECK(steering.hint_level() == level);
    }
    steering.on(Event::saved);
    steering.on(Event::hint);
    CHECK(steering.hint_level() == 3);
    steering.on(Event::run_ended);
    steering.on(Event::hint);
    CHECK(steering.hint_level() == 1);
}

TEST_CASE("the next lesson: a run of this one is cancelled, its result never shown") {
    Steering steering;
    CHECK(steering.on(Event::next) == Actions{Action::open_next});
    CHECK(steering.on(Event::opened) == Actions{Action::say_opened, Action::start_run});
    CHECK(steering.on(Event::next) == Actions{Action::cancel_run, Action::open_next});
    CHECK(steering.on(Event::opened) == Actions{Action::say_opened});
    CHECK(steering.on(Event::run_ended) == Actions{Action::start_run});
    CHECK(steering.on(Event::next) == Actions{Action::cancel_run, Action::open_next});
    CHECK(steering.on(Event::opened_untouched).empty());
    CHECK(steering.on(Event::run_ended).empty());
    CHECK_FALSE(steering.runs());
    CHECK(steering.on(Event::open_report) == Actions{Action::say_no_report});
}

TEST_CASE("quit waits for nothing but the end of what it cancels, and not even for that if asked twice") {
    Steering idle;
    CHECK(idle.on(Event::quit) == Actions{Action::quit});
    for (const Event end : {Event::quit, Event::stop}) {
        Steering steering;
        steering.on(Event::saved);
        CHECK(steering.on(end) == Actions{Action::cancel_run});
        CHECK(steering.on(Event::saved).empty());
        CHECK(steering.on(Event::hint).empty());
        Steering impatient = steering;
        CHECK(steering.on(Event::run_ended) == Actions{Action::quit});
        CHECK(impatient.on(Event::stop) == Actions{Action::quit_at_once});
    }
}

TEST_CASE("Ctrl-Z: nothing runs while the checker is stopped, and what was cancelled runs again") {
    Steering idle;
    CHECK(idle.on(Event::suspend) == Actions{Action::suspend});
    CHECK(idle.on(Event::resumed).empty());
    Steering steering;
    steering.on(Event::saved);
    CHECK(steering.on(Event::suspend) == Actions{Action::cancel_run});
    CHECK(steering.on(Event::suspend).empty());
    CHECK(steering.on(Event::run_ended) == Actions{Action::suspend});
    CHECK(steering.on(Event::resumed) == Actions{Action::start_run});
    CHECK(steering.on(Event::run_ended) == Actions{Action::show_result});
}

TEST_CASE("whatever happens in whatever order: at most one run, the last save is judged, the end comes") {
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        Steering steering;
        bool running = false, cancelled = false, stopped = false, ended = false;
        int version = 0, judged = 0, taken = 0;
        const auto take = [&](const Actions& actions) {
            for (const Action action : actions) {
                if (action == Action::start_run) {
                    CHECK_FALSE(running);
                    CHECK_FALSE(stopped);
                    CHECK_FALSE(ended);
                    running = true;
                    cancelled = false;
                    taken = version;
                }
                if (action == Action::cancel_run) CHECK(std::exchange(cancelled, true) == false);
                if (action == Action::show_result) {
                    CHECK_FALSE(cancelled);
                    judged = taken;
                }
                if (action == Action::suspend) CHECK(std::exchange(stopped, true) == false);
                if (action == Action::quit) ended = true;
            }
        };
        const auto finish_run = [&] {
            running = false;
            take(steering.on(Event::run_ended));
        };
        for (int step = 0; step < 40; ++step) {
            const unsigned choice = random() % 8;
            if (stopped) {
                stopped = false;
                take(steering.on(Event::resumed));
            } else if (choice < 3) {
                ++version;
                take(steering.on(Event::saved));
            } else if (choice < 5 && running) {
                finish_run();
            } else if (choice == 5) {
                take(steering.on(Event::suspend));
            } else {
                take(steering.on(choice == 6 ? Event::again : Event::hint));
            }
        }
        while (running || stopped) {
            if (running) finish_run();
            if (std::exchange(stopped, false)) take(steering.on(Event::resumed));
        }
        CHECK(judged == version);
        take(steering.on(Event::quit));
        CHECK(ended);
    }
}

TEST_CASE("keys: letters, capitals, and nothing from arrows and other long keys") {
    using Events = std::vector<Event>;
    CHECK(events_of("hprnloq?") == Events{Event::hint, Event::play, Event::again, Event::next, Event::list,
                                          Event::open_report, Event::quit, Event::keys});
    CHECK(events_of("Q") == Events{Event::quit});
    CHECK(events_of("x") == Events{Event::other_key});
    CHECK(events_of(" \r\n\t\x7f").empty());
    CHECK(events_of("\x1b[A\x1bOP\x1b[15~\x1b[1;5Cq") == Events{Event::quit});
    CHECK(events_of("\x1bq\x1b").empty());
    CHECK(events_of("\u00e9\u4e16").empty());
}

TEST_CASE("the lines that begin and end a run") {
    CHECK(begin_line("04", "saved") == "-- 04: saved, building ... " + std::string(53, '-') + "\n");
    const std::string end = end_line("04", "over-synchronised", "[##..................] 1 of 7 solved");
    CHECK(end.size() == 81);
    CHECK(end.starts_with("-- 04: over-synchronised ---"));
    CHECK(end.ends_with("- [##..................] 1 of 7 solved --\n"));
    const std::string opened =
        end_line("05", "Producer and consumer: the end of the stream", "[#...................] 1 of 7 solved");
    CHECK(opened.size() == 81);
    CHECK(opened.starts_with("-- 05: Producer and consumer: the"));
    CHECK(opened.find("... ---") != std::string::npos);
    CHECK(status_line("04", "over-synchronised", true).size() < 80);
    CHECK(status_line("04", "building ...", false) == "04 building ...");
}
