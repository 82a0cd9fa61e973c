// play_view.cpp: a game on a screen, compared as text, without a terminal.
#include <algorithm>
#include <sstream>
#include <string>

#include "play/plain.hpp"
#include "play/source_window.hpp"
#include "play/view.hpp"
#include "sample_game.hpp"

using namespace lab::play;

namespace {

void step(Game& game, int thread) {
    game.act({Action::Kind::step, thread, {}});
    serve(game);
}

std::vector<std::string> rows_of(const std::string& text) {
    std::vector<std::string> rows;
    std::istringstream stream(text);
    for (std::string row; std::getline(stream, row);) rows.push_back(row);
    return rows;
}

}  // namespace

TEST_CASE("the deadlock at 80x24") {
    Game game = sample_game();
    step(game, 1);
    step(game, 2);
    CHECK(draw(game, 80, 24).text() ==
          R"(04-deadlock  exercises/04-deadlock                    step 2, 1 change of thread
case 1 of 2: "transfers in opposite directions both end"
--------------------------------------------------------------------------------
 1  thread 1                           | 2  thread 2
waits for account b (held by 2)        |waits for account a (held by 1)
                                       |
  deadlock.cpp:                        |  deadlock.cpp:
   2                                   |   2
   3 void transfer(Account& from, Ac...|   3 void transfer(Account& from, Ac...
   4     from.mutex.lock();            |   4     from.mutex.lock();
>  5     to.mutex.lock();              |>  5     to.mutex.lock();
   6     from.withdraw(amount);        |   6     from.withdraw(amount);
   7     to.deposit(amount);           |   7     to.deposit(amount);
--------------------------------------------------------------------------------
Others  main waits for thread 1 to end
Values  balance = 70
Locks   account a held by 1, 2 waits; account b held by 2, 1 waits
Step 2: thread 2 locks account b
DEADLOCK: threads wait for each other for ever
Thread 1 waits for `account b`, which thread 2 holds. Thread 2 waits for
`account a`, which thread 1 holds.
thread 1 -> account b -> thread 2 -> account a -> thread 1
You found it: 2 steps with 1 change of thread. No shorter one is known.
0-9 step  left/right back/on  space forced steps  f failing  ? help  q quit
)");
}

TEST_CASE("a choice at 120x40: who can go on stands in brackets") {
    Game game = sample_game();
    step(game, 1);
    const auto rows = rows_of(draw(game, 120, 40).text());
    REQUIRE(rows.size() == 40);
    CHECK(rows[3].find("[1] thread 1") == 0);
    CHECK(rows[3].find("[2] thread 2") != std::string::npos);
    CHECK(rows[4].find("next: locks account b") == 0);
    const std::string all = draw(game, 120, 40).text();
    CHECK(all.find(">  5     to.mutex.lock();") != std::string::npos);
    CHECK(all.find(">  4     from.mutex.lock();") != std::string::npos);
    CHECK(all.find("  10 }") != std::string::npos);
    CHECK(all.find("Locks   account a held by 1; account b free") != std::string::npos);
}

TEST_CASE("nothing is wider than the screen, at any size, and too small a one says so") {
    Game game = sample_game();
    step(game, 1);
    step(game, 2);
    for (std::size_t columns : {0U, 1U, 20U, 56U, 61U, 80U, 200U}) {
        for (std::size_t rows : {0U, 1U, 5U, 18U, 24U, 60U}) {
            const auto grid = draw(game, columns, rows);
            CHECK(grid.columns() == columns);
            CHECK(grid.rows() == rows);
        }
    }
    CHECK(draw(game, 55, 24).text().find("too small") != std::string::npos);
    CHECK(draw(game, 56, 18).text().find("You found it") != std::string::npos);
}

TEST_CASE("help fits at 80x24") {
    Game game = sample_game();
    game.act({Action::Kind::help, {}, {}});
    const auto rows = rows_of(draw(game, 80, 24).text());
    CHECK(std::ranges::any_of(rows, [](const auto& row) { return row.find("up to the next such operation.") == 2; }));
    for (const std::string& row : rows) CHECK_FALSE(row.ends_with("..."));
}

TEST_CASE("what a hand-in brings along cannot disturb the screen") {
    Subject subject = sample_subject();
    subject.sources[0].text = "one\ntwo\n\x1b[2Jthree\tx\nfour \xff\nfive\n";
    subject.hand_in = "a\nb\x1b]0;x";
    subject.cases[0].name = "c\r\nd";
    Game game(subject, 0);
    Scene scene = sample_scene("s1:");
    scene.moment.output = "x\x1b[1m\ny";
    scene.moment.objects[0].name = "n\x07";
    game.arrive(scene);
    for (const std::string& text : {draw(game, 80, 24).text(), plain_greeting(game) + plain_view(game)}) {
        CHECK(std::ranges::none_of(text, [](char c) { return c != '\n' && static_cast<unsigned char>(c) < 0x20; }));
        CHECK(text.find('\xff') == std::string::npos);
    }
    CHECK(draw(game, 80, 24).text().find("Output  x\\x1b[1m\\ny") != std::string::npos);
}

TEST_CASE("a window of source keeps its line in sight, and says when there is none") {
    std::vector<lab::report::Source> sources = {{"a.cpp", "a.cpp", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", true}};
    for (const int line : {1, 5, 9}) {
        const auto window = source_window(sources, "a.cpp", line, 5);
        REQUIRE(window.lines.size() == 5);
        CHECK(window.lines[0].text == "a.cpp:");
        const auto current = std::ranges::find(window.lines, true, &SourceWindow::Line::current);
        REQUIRE(current != window.lines.end());
        CHECK(current->number == line);
        CHECK(current->text == std::to_string(line));
    }
    CHECK(source_window(sources, "a.cpp", 10, 5).lines[0].text == "(not in the lesson's files)");
    CHECK(source_window(sources, "", 1, 5).lines[0].text == "(not in the lesson's files)");
    CHECK(source_window(sources, "a.cpp", 1, 0).lines.empty());
    sources[0].text = "one\r\ntwo\r\n";
    CHECK(source_window(sources, "a.cpp", 1, 3).lines[1].text == "one");
    CHECK(source_window(sources, "a.cpp", 1, 3).lines[2].text == "two");
    sources[0].text = "    {\n                deep();\n    }\n";
    CHECK(source_window(sources, "a.cpp", 2, 4).lines[2].text == "            deep();");
    CHECK(source_window(sources, "a.cpp", 2, 4, true).lines[2].text == "    deep();");
    CHECK(source_window(sources, "a.cpp", 2, 4, true).lines[1].text == "{");
}

TEST_CASE("in lines of text, each thread has one, and ends and choices are said") {
    Game game = sample_game();
    CHECK(plain_view(game) ==
          "case 1 of 2: \"transfers in opposite directions both end\"; step 0, 0 changes of thread\n"
          "The beginning. Each thread stands before its first step.\n"
          "0 main: waits for thread 1 to end\n"
          "1 thread 1: next: locks account a, at deadlock.cpp:4  \n"
          "2 thread 2: next: locks account b, at deadlock.cpp:4  \n"
          "Values: balance = 70\n"
          "Locks: account a free; account b free\n");
}

TEST_CASE("threads without a column are told together, those that can go on first; who moved keeps a column") {
    Subject subject = sample_subject();
    Game game(std::move(subject), 0, *lab::evidence::schedule_of("s1:12"));
    Scene scene = sample_scene("s1:");
    for (int id = 3; id <= 12; ++id) {
        auto thread = scene.moment.threads[1];
        thread.id = id;
        thread.name = "thread " + std::to_string(id);
        scene.moment.threads.push_back(thread);
        scene.moment.choices.push_back({id, lab::judge::Choice::Kind::step});
    }
    scene.moment.steps = 1;
    game.arrive(scene);
    const std::string text = draw(game, 80, 24).text();
    CHECK(text.find("[12] thread 12") != std::string::npos);
    CHECK(text.find("\nOthers  [3] [4] [5] [6] [7] [8] [9] [10] [11] next: locks account a; main waits\n        for "
                    "thread 1 to end\n") != std::string::npos);
    game.act({Action::Kind::type, {}, {}});
    game.act({Action::Kind::step, 1, {}});
    CHECK(draw(game, 80, 24).text().find("Thread 1_  (enter:") == std::string::npos);
    CHECK(draw(game, 80, 24).text().find("Thread 1_ (enter: it takes its next step") != std::string::npos);
}

TEST_CASE("the first screen says how to begin, and a line in words is never longer than a line") {
    Game game = sample_game();
    CHECK(draw(game, 80, 24).text().find("Type the number of a thread in [brackets]") != std::string::npos);
    Scene scene = sample_scene("s1:1");
    scene.moment.threads[1].next.source = std::string(3000, 'x');
    game.act({Action::Kind::step, 1, {}});
    game.arrive(scene);
    for (const std::string& row : rows_of(plain_view(game))) CHECK(row.size() < 200);
}
