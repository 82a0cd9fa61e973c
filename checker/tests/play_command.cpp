// play_command.cpp: `checker play` as it is typed: in lines and on a terminal, with a hand-in that deadlocks.
#include <algorithm>
#include <csignal>

#include "cli/chosen_hand_in.hpp"
#include "cli/stage.hpp"
#include "evidence/schedule.hpp"
#include "pipeline/playground.hpp"
#include "pseudo_terminal/pseudo_terminal.hpp"
#include "run/process.hpp"
#include "temporary_folder.hpp"

using namespace lab;

namespace {

const std::string hand_in = "lessons/04-deadlock/wrong/argument_order.cpp";

// Runs a shell command in the course; the checker is $CHECKER.
run::ProcessResult shell(const std::string& command) {
    run::ProcessRequest request;
    request.argv = {"/bin/sh", "-c", command};
    request.environment = {"CHECKER=" LAB_CHECKER};
    request.directory = LAB_COURSE_DIR;
    return run::supervise(request);
}

run::ProcessResult in_lines(const std::string& lines, const std::string& options = "") {
    return shell("printf '" + lines + "' | $CHECKER play 04 --file " + hand_in + " --plain " + options);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

tests::TerminalRequest on_terminal(std::size_t columns = 80, std::size_t rows = 24) {
    return {{LAB_CHECKER, "play", "04", "--file", hand_in}, columns, rows, {}, LAB_COURSE_DIR};
}

}  // namespace

TEST_CASE("in lines: the deadlock is found in two steps") {
    const auto result = in_lines("1\\n2\\nschedule\\nquit\\n");
    CHECK(result.exit_code == 0);
    CHECK(result.err.empty());
    CHECK(has(result.out, "2 thread 2: waits for account a (held by 1), at argument_order.cpp:9"));
    CHECK(has(result.out, "DEADLOCK: threads wait for each other for ever"));
    CHECK(has(result.out, "You found it: 2 steps with 1 change of thread. No shorter one is known."));
    CHECK(has(result.out, " s1:1.2\n"));
    CHECK_FALSE(has(result.out, "\x1b"));
}

TEST_CASE("in lines: the end of the input ends the game") {
    const auto result = in_lines("1\\n");
    CHECK(result.exit_code == 0);
    CHECK(has(result.out, "step 1, 0 changes of thread"));
}

TEST_CASE("a schedule is where the game begins; one that does not fit says so") {
    CHECK(has(in_lines("", "--schedule s1:1.2").out, "DEADLOCK"));
    const auto misfit = in_lines("", "--schedule s1:1.9.1");
    CHECK(has(misfit.out, "step 1, 0 changes of thread"));
    CHECK(has(misfit.out, "does not fit"));
    const auto nonsense = in_lines("", "--schedule 1.2");
    CHECK(nonsense.exit_code == 2);
    CHECK(has(nonsense.err, "`1.2` is no schedule"));
    const auto other = in_lines("", "--case nothing");
    CHECK(other.exit_code == 2);
    CHECK(has(other.err, "transfers in opposite directions"));
}

TEST_CASE("where there is no terminal, it says what to do") {
    const auto result = shell("$CHECKER play 04 --file " + hand_in + " </dev/null");
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    CHECK(has(result.err, "--plain"));
}

TEST_CASE("what cannot be built cannot be played") {
    TemporaryFolder folder;
    folder.write("deadlock.cpp", "this is no C++\n");
    const auto result = shell("$CHECKER play 04 --plain --file " + (folder.path / "deadlock.cpp").string());
    CHECK(result.exit_code == 3);
    CHECK(has(result.out, "BUILD-ERROR"));
}

TEST_CASE("on a terminal: keys step, back and show; the terminal is given back") {
    tests::PseudoTerminal terminal(on_terminal());
    const termios before = terminal.mode();
    REQUIRE(terminal.wait_for("[2] thread 2"));
    CHECK(terminal.view().alternate());
    terminal.type("1");
    REQUIRE(terminal.wait_for("account a held by 1"));
    terminal.type("2");
    REQUIRE(terminal.wait_for("You found it: 2 steps with 1 change of thread."));
    terminal.type("\x1b[D");
    REQUIRE(terminal.wait_until([](const auto& view) { return has(view.row(0), "step 1"); }));
    terminal.resize(120, 40);
    REQUIRE(terminal.wait_until([](const auto& view) { return has(view.row(39), "0-9 step"); }));
    terminal.resize(40, 10);
    REQUIRE(terminal.wait_for("too small"));
    terminal.resize(80, 24);
    REQUIRE(terminal.wait_until([](const auto& view) { return has(view.row(23), "0-9 step"); }));
    terminal.type("q");
    CHECK(terminal.wait_for_end() == 0);
    CHECK_FALSE(terminal.view().alternate());
    CHECK(terminal.mode().c_lflag == before.c_lflag);
    CHECK(terminal.view().unknown() == 0);
}

TEST_CASE("Ctrl-C and SIGTERM give the terminal back too") {
    for (const bool by_key : {true, false}) {
        tests::PseudoTerminal terminal(on_terminal());
        const termios before = terminal.mode();
        REQUIRE(terminal.wait_for("[2] thread 2"));
        if (by_key)
            terminal.type("\x03");
        else
            terminal.send(SIGTERM);
        CHECK(terminal.wait_for_end() == (by_key ? -SIGINT : -SIGTERM));
        CHECK_FALSE(terminal.view().alternate());
        CHECK(terminal.mode().c_lflag == before.c_lflag);
    }
}

TEST_CASE("a terminal without colours and of few abilities will do; an unknown one is told to use lines") {
    auto request = on_terminal();
    request.environment = {"TERM=vt100", "NO_COLOR=1"};
    {
        tests::PseudoTerminal terminal(request);
        REQUIRE(terminal.wait_for("[2] thread 2"));
        terminal.type("q");
        CHECK(terminal.wait_for_end() == 0);
    }
    for (const char* kind : {"TERM=no-such-terminal", "TERM=dumb"}) {
        request.environment = {kind};
        tests::PseudoTerminal terminal(request);
        CHECK(terminal.wait_for("--plain"));
        CHECK(terminal.wait_for_end() == 2);
    }
}

// Whatever the schedule: where it is stopped, the thread that it names next can go on; and what has happened until then
// is what happens in longer ones too.
TEST_CASE("each prefix of a failing schedule leads to a position from which the schedule goes on") {
    struct Sample {
        const char* lesson;
        const char* file;
    };
    for (const Sample& sample : {Sample{"04", "argument_order"}, Sample{"05", "close_wakes_one"},
                                 Sample{"05", "if_for_while"}, Sample{"06", "one_condition_notify_one"}}) {
        CAPTURE(sample.file);
        cli::Session session;
        session.arguments.ids = {sample.lesson};
        const auto workplace = cli::open_workplace(session);
        REQUIRE(workplace);
        const auto lessons = cli::load_lessons(LAB_COURSE_DIR, session.arguments.ids);
        REQUIRE(lessons);
        session.arguments.file = (lessons->front().folder / "wrong" / (std::string(sample.file) + ".cpp")).string();
        auto chosen = cli::choose(lessons->front(), session.arguments);
        REQUIRE(chosen);
        cli::StatusLine status;
        const auto request = cli::request_for(lessons->front(), std::move(*chosen), *workplace, session, status);
        const auto result = pipeline::examine(request, {});
        REQUIRE(result);
        const judge::CaseResult* decisive = result->decisive();
        REQUIRE(decisive != nullptr);
        const auto line = evidence::schedule_of(decisive->schedule);
        REQUIRE(line);
        auto playground = pipeline::Playground::open(request, {});
        REQUIRE(playground);
        const auto steps_of = [](const judge::Moment& moment) {
            std::vector<std::pair<int, std::string>> steps;
            for (const judge::Step& step : moment.trace)
                if (step.step) steps.emplace_back(step.thread, step.operation);
            return steps;
        };
        std::vector<std::pair<int, std::string>> before;
        for (std::size_t length = 0; length <= line->size(); ++length) {
            CAPTURE(evidence::text_of(*line, length));
            const auto found = playground->at(decisive->name, evidence::text_of(*line, length), {});
            REQUIRE(found);
            CHECK_FALSE(found->moment.diverged);
            const auto steps = steps_of(found->moment);
            CHECK(steps.size() >= before.size());
            CHECK(std::equal(before.begin(), before.end(), steps.begin()));
            before = steps;
            if (length == line->size()) {
                REQUIRE(found->outcome);
                CHECK(found->outcome->verdict != judge::Verdict::passed);
                continue;
            }
            CHECK_FALSE(found->outcome);
            CHECK(found->moment.steps == static_cast<int>(length));
            const auto& choices = found->moment.choices;
            CHECK(std::ranges::find(choices, (*line)[length].thread, &judge::Choice::thread) != choices.end());
        }
    }
}

TEST_CASE("what nobody has touched yet has its C++ name already") {
    const auto first = shell("$CHECKER play 01 --plain --file lessons/01-race-condition/stub/race_condition.cpp <&-");
    CHECK(has(first.out, "0 main: next: writes visits, at race_condition.cpp:9"));
}

TEST_CASE("a crash, and an end of the whole program, are where they are in the file") {
    const TemporaryFolder folder;
    const std::string begin =
        "#include \"deadlock.hpp\"\n#include <cstdlib>\nint total(Account&, Account&) { return 0; }\n"
        "void transfer(Account& from, Account&, int) {\n    std::lock_guard lock(from.mutex);\n";
    const auto play = [&](const std::string& line) {
        folder.write("deadlock.cpp", begin + line + "\n}\n");
        return shell("printf '1\\n' | $CHECKER play 04 --plain --file " + (folder.path / "deadlock.cpp").string()).out;
    };
    const std::string crash = play("    *static_cast<volatile int*>(nullptr) = 1;");
    CHECK(has(crash, "1 thread 1: was here, at deadlock.cpp:6"));
    CHECK(has(crash, "(SIGSEGV). The last line known is deadlock.cpp:6."));
    const std::string end = play("    std::exit(0);");
    CHECK(has(end, "Step 1: thread 1 locks account a, ends the program\n"));
    CHECK(has(end, "exit(0). The last line known is deadlock.cpp:6."));
    const std::string pause = play("    std::abort();");
    CHECK(has(pause, "abort(). The last line known is deadlock.cpp:6."));
}

// Without a process: after the stop, no more can be started.
TEST_CASE("while the player looks, the game looks one key ahead") {
    cli::Session session;
    session.arguments.ids = {"04"};
    session.arguments.file = LAB_COURSE_DIR "/" + hand_in;
    const auto workplace = cli::open_workplace(session);
    REQUIRE(workplace);
    const auto lessons = cli::load_lessons(LAB_COURSE_DIR, session.arguments.ids);
    REQUIRE(lessons);
    auto chosen = cli::choose(lessons->front(), session.arguments);
    REQUIRE(chosen);
    cli::StatusLine status;
    auto playground = pipeline::Playground::open(
        cli::request_for(lessons->front(), std::move(*chosen), *workplace, session, status), {});
    REQUIRE(playground);
    play::Subject subject;
    subject.cases = {{"program", "program"}};
    play::Game game(subject, 0);
    std::stop_source stop;
    cli::Stage stage(*playground, stop.get_token());
    REQUIRE_FALSE(stage.serve(game));
    const auto choices = game.scene().moment.choices;
    REQUIRE(choices.size() == 2);
    stage.foresee(game);
    stage.wait_until_foreseen();
    stop.request_stop();
    const auto step = [&](int thread) { game.act({play::Action::Kind::step, thread, {}}); };
    step(choices[0].thread);
    CHECK_FALSE(stage.serve(game));
    game.act({play::Action::Kind::back, {}, {}});
    CHECK_FALSE(stage.serve(game));
    step(choices[1].thread);
    CHECK_FALSE(stage.serve(game));
    CHECK(game.steps() == 1);
    step(choices[1].thread);
    const auto trouble = stage.serve(game);  // two keys ahead
    REQUIRE(trouble);
    CHECK(trouble->kind == pipeline::Trouble::Kind::interrupted);
}

TEST_CASE("what is foreseen and not wanted is given up, and what is wanted comes all the same") {
    for (int round = 0; round < 5; ++round) {
        tests::PseudoTerminal terminal(on_terminal());
        REQUIRE(terminal.wait_for("[2] thread 2"));
        terminal.type("1b1b2b1");
        CHECK(terminal.wait_for("step 1, 0 changes"));
        terminal.type("2");
        CHECK(terminal.wait_for("You found it: 2 steps"));
        terminal.type("q");
        CHECK(terminal.wait_for_end() == 0);
    }
}
