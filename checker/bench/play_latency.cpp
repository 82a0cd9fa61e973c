// play_latency.cpp: from a key to the screen in `checker play`, on a trace of 200 steps.
//
// Plays the program of a lesson's solution, a different thread at each turn, and measures what a key costs around step
// 200: a new process that replays the prefix, its trace with names and lines, the screen as cells; once with a key
// right after the other, once with a look at each screen in between, in which the game looks one key ahead. Prints the
// median and the slowest of both.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "bench/measure.hpp"
#include "cli/chosen_hand_in.hpp"
#include "cli/sources.hpp"
#include "cli/stage.hpp"
#include "pipeline/playground.hpp"
#include "play/view.hpp"

int main(int count, char** arguments) {
    using namespace lab;
    constexpr int steps = 200, measured = 40;
    cli::Session session;
    session.arguments.ids = {count > 1 ? arguments[1] : "05"};
    session.arguments.solution = true;
    const auto workplace = cli::open_workplace(session);
    const auto lessons =
        workplace ? cli::load_lessons(workplace->course, session.arguments.ids) : tl::unexpected(workplace.error());
    if (!lessons) return cli::fail(lessons.error());
    auto chosen = cli::choose(lessons->front(), session.arguments);
    if (!chosen) return cli::fail(chosen.error());

    play::Subject subject;
    subject.title = lessons->front().id;
    subject.cases = {{"program", "program"}};
    subject.sources = cli::sources_of(lessons->front(), chosen->hand_in);
    cli::StatusLine status;
    auto playground = pipeline::Playground::open(
        cli::request_for(lessons->front(), std::move(*chosen), *workplace, session, status), {});
    if (!playground) return cli::fail({cli::environment, playground.error().what});

    fmt::print("from a key to the screen of `checker play {} --solution`, at steps {} to {}\n",
               session.arguments.ids[0], steps - measured + 1, steps);
    for (const auto look : {std::chrono::milliseconds(0), std::chrono::milliseconds(300)}) {
        play::Game game(subject, 0);
        cli::Stage stage(*playground, {});
        std::vector<double> milliseconds;
        for (int step = 0; step <= steps; ++step) {
            const bool counts = step > steps - measured;
            const auto begin = std::chrono::steady_clock::now();
            if (const auto trouble = stage.serve(game)) return cli::fail({cli::environment, trouble->what});
            const terminal::Grid grid = play::draw(game, 80, 24);
            const auto end = std::chrono::steady_clock::now();
            if (counts) milliseconds.push_back(std::chrono::duration<double, std::milli>(end - begin).count());
            const auto& choices = game.scene().moment.choices;
            if (choices.empty()) {
                fmt::print(stderr, "lesson {} is over after {} steps: too short\n", session.arguments.ids[0], step);
                return 1;
            }
            const int thread = choices[static_cast<std::size_t>(step) % choices.size()].thread;
            if (counts && look.count() > 0) {
                stage.foresee(game);
                std::this_thread::sleep_for(look);
            }
            game.act({play::Action::Kind::step, thread, {}});
        }
        if (look.count() > 0) milliseconds.erase(milliseconds.begin());  // nobody looked before that
        fmt::print("{:>4} ms after the last one: median {:.1f} ms, slowest {:.1f} ms\n", look.count(),
                   bench::median(milliseconds), std::ranges::max(milliseconds));
    }
    return 0;
}
