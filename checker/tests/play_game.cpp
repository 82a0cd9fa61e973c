// play_game.cpp: the game as a state machine: what keys and words do to it.
#include <string>

#include "play/game.hpp"
#include "play/plain.hpp"
#include "sample_game.hpp"

using namespace lab::play;
using lab::judge::Verdict;
using Kind = Action::Kind;

namespace {

void press(Game& game, const std::string& keys) {
    for (const char key : keys) {
        const auto action = action_of(lab::terminal::Key{lab::terminal::Key::Kind::character, {key}});
        REQUIRE(action);
        game.act(*action);
        serve(game);
    }
}

}  // namespace

TEST_CASE("words and keys stand for the same actions") {
    CHECK(action_of("2") == Action{Kind::step, 2});
    CHECK(action_of(" 12 \r") == Action{Kind::step, 12});
    CHECK(action_of("") == Action{Kind::show});
    CHECK(action_of("jump 7") == Action{Kind::jump, 7});
    CHECK(action_of("case 3") == Action{Kind::next_case, 3});
    CHECK(action_of("back") == Action{Kind::back});
    for (const char* line : {"jump x", "back 2", "-1", "1 2", "nonsense"}) CHECK(action_of(line).kind == Kind::unknown);
    CHECK(action_of(lab::terminal::Key{lab::terminal::Key::Kind::left}) == Action{Kind::back});
    CHECK(action_of(lab::terminal::Key{lab::terminal::Key::Kind::character, "2"}) == Action{Kind::step, 2});
    CHECK_FALSE(action_of(lab::terminal::Key{lab::terminal::Key::Kind::character, "x"}));
    CHECK_FALSE(action_of(lab::terminal::Key{lab::terminal::Key::Kind::resized}));
}

TEST_CASE("the player finds the deadlock, and is told how that compares") {
    Game game = sample_game();
    CHECK(game.schedule() == "s1:");
    press(game, "12");
    CHECK(game.schedule() == "s1:1.2");
    CHECK(game.failed());
    CHECK(plain_view(game).find("You found it: 2 steps with 1 change of thread. No shorter one is known.") !=
          std::string::npos);
    press(game, "1");
    CHECK(game.notice().find("It is over") == 0);
    press(game, "b");
    CHECK(game.schedule() == "s1:1");
    CHECK_FALSE(game.failed());
    press(game, "n");
    CHECK(game.schedule() == "s1:1.2");
    CHECK(game.played_by_hand());
}

TEST_CASE("back and forward walk along what was played; another step forgets the rest") {
    Game game = sample_game();
    press(game, "111");
    CHECK(game.steps() == 3);
    press(game, "bb");
    CHECK(game.steps() == 1);
    CHECK(game.line_length() == 3);
    press(game, "1");
    CHECK(game.line_length() == 3);
    press(game, "b2");
    CHECK(game.schedule() == "s1:1.2");
    CHECK(game.line_length() == 2);
    press(game, "r");
    CHECK(game.steps() == 0);
    press(game, "b");
    CHECK(game.notice() == "This is the beginning.");
}

TEST_CASE("who cannot go on does not, and the player is told why") {
    Game game = sample_game();
    press(game, "0");
    CHECK(game.notice() == "main cannot go on: it waits.");
    CHECK(game.steps() == 0);
    press(game, "7");
    CHECK(game.notice() == "There is no thread 7 now. 1 and 2 can go on.");
    press(game, " ");
    CHECK(game.notice().find("Several threads") == 0);
}

TEST_CASE("forced steps are taken together, up to the next choice or the end") {
    Game game = sample_game();
    press(game, "11 ");  // after both locks of thread 1, thread 2 waits: only thread 1 can go on
    CHECK(game.schedule() == "s1:1*3");
    CHECK(game.scene().moment.choices.size() == 2);
    press(game, "1 ");
    CHECK(game.schedule() == "s1:1*4.2*4");
    CHECK(game.scene().outcome);
    CHECK_FALSE(game.failed());
}

TEST_CASE("the failing interleaving is shown on request, and does not count as found") {
    Game game = sample_game();
    press(game, "f");
    CHECK(game.schedule() == "s1:1.2");
    CHECK_FALSE(game.played_by_hand());
    CHECK(plain_view(game).find("You found it") == std::string::npos);
    press(game, "b2");
    CHECK_FALSE(game.played_by_hand());
    press(game, "]");
    CHECK(game.case_index() == 1);
    CHECK(game.schedule() == "s1:2.1");
    press(game, "]");
    CHECK(game.case_index() == 0);
    press(game, "[");
    CHECK(game.case_index() == 1);
}

TEST_CASE("a load may read an older value where the position says so") {
    Game game = sample_game();
    press(game, "o");
    CHECK(game.notice().find("only value") != std::string::npos);
    press(game, "1");
    Scene scene = game.scene();
    scene.moment.values = 3;
    game.act({Kind::show});
    game.arrive(scene);
    game.act({Kind::older});
    CHECK(game.schedule() == "s1:1_1");
    game.arrive(scene);
    game.act({Kind::older});
    CHECK(game.schedule() == "s1:1_2");
    game.arrive(scene);
    game.act({Kind::older});
    CHECK(game.schedule() == "s1:1");
}

TEST_CASE("a line that is longer than the interleaving is cut; one that does not fit says so") {
    Game game(sample_subject(), 0, *lab::evidence::schedule_of("s1:1.2.1.1.1"));
    Scene scene = sample_scene("s1:1.2");
    scene.moment.steps = 2;
    scene.moment.diverged = true;
    game.arrive(scene);
    CHECK(game.schedule() == "s1:1.2");
    CHECK(game.notice().find("does not fit") != std::string::npos);
}

TEST_CASE("where a position cannot be had, the move is taken back") {
    Game game = sample_game();
    game.act({Kind::step, 1});
    REQUIRE(game.wants_scene());
    CHECK(game.retreat("no"));
    CHECK(game.schedule() == "s1:");
    serve(game);
    CHECK(game.notice() == "no");
    Game fresh(sample_subject(), 0);
    CHECK_FALSE(fresh.retreat("no"));
}

TEST_CASE("help is closed by any key, and q closes it before it ends the game") {
    Game game = sample_game();
    press(game, "?");
    CHECK(game.help_is_open());
    press(game, "q");
    CHECK_FALSE(game.help_is_open());
    CHECK_FALSE(game.has_ended());
    press(game, "q");
    CHECK(game.has_ended());
}

TEST_CASE("a number of several digits is typed behind t, and ended by enter") {
    Game game = sample_game();
    press(game, "t");
    CHECK(game.typed() == "");
    press(game, "1");
    CHECK(game.steps() == 0);  // it may be the first digit of more
    press(game, "2b");
    CHECK(game.typed() == "1");
    press(game, " ");
    CHECK_FALSE(game.typed());
    CHECK(game.schedule() == "s1:1");
    press(game, "t12 ");
    CHECK(game.schedule() == "s1:1");
    CHECK(game.notice() == "There is no thread 12 now. 1 and 2 can go on.");
    press(game, "t99999999999 ");
    CHECK(game.notice().find("There is no thread 999 now.") == 0);
    press(game, "t ");
    CHECK_FALSE(game.typed());
    press(game, "t1?");  // another key ends it, and does what it does
    CHECK_FALSE(game.typed());
    CHECK(game.help_is_open());
}

TEST_CASE("an interleaving that the checker cannot follow further is not said to have gone well") {
    Game game = sample_game();
    game.act({Kind::step, 1});
    Scene scene = sample_scene("s1:1");
    scene.outcome.emplace();
    scene.outcome->kind = "every";
    scene.outcome->verdict = lab::judge::Verdict::inconclusive;
    scene.outcome->message = "The program calls pause().";
    game.arrive(scene);
    const std::string text = plain_view(game);
    CHECK(text.find("INCONCLUSIVE: the game cannot go on from here\nThe program calls pause().\n") !=
          std::string::npos);
    CHECK(text.find("Nothing went wrong") == std::string::npos);
}

TEST_CASE("one key away are the next steps, the one before, the beginning, and what fails") {
    using Schedules = std::vector<std::string>;
    Game game = sample_game();
    CHECK(game.one_key_away() == Schedules{"s1:1", "s1:2", "s1:1.2", "s1:"});
    press(game, "1");
    CHECK(game.one_key_away() == Schedules{"s1:1*2", "s1:1.2", "s1:"});
    press(game, "2");
    CHECK(game.one_key_away() == Schedules{"s1:1", "s1:1.2", "s1:"});  // it is over
    press(game, "b");
    CHECK(game.one_key_away().front() == "s1:1.2");  // along the line
}
