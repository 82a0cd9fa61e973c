// predict_and_break.cpp: each lesson's question and its wrong fix, solved and failed.
#include <algorithm>

#include "cli/chosen_hand_in.hpp"
#include "cli/defeat.hpp"
#include "cli/question.hpp"
#include "evidence/schedule.hpp"
#include "report/listing.hpp"
#include "report/prediction.hpp"
#include "run/process.hpp"

using namespace lab;

namespace {

run::ProcessResult checker(const std::vector<std::string>& words) {
    run::ProcessRequest request;
    request.argv = {LAB_CHECKER};
    request.argv.insert(request.argv.end(), words.begin(), words.end());
    request.directory = LAB_COURSE_DIR;
    return run::supervise(request);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

course::Predict question() { return {"/p.cpp", "Which?", {"a", "b", "", "never"}}; }

judge::Result explored(judge::Verdict verdict, bool complete) {
    judge::Result result;
    result.verdict = verdict;
    judge::CaseResult& item = result.cases.emplace_back();
    item.coverage = {7, complete, std::nullopt};
    item.outputs = {{"a \n", 0, 3, "s1:1"}, {"b", 0, 3, "s1:2"}, {"c", 0, 1, "s1:3"}};
    return result;
}

}  // namespace

TEST_CASE("a prediction is graded against what was explored, and nothing else") {
    using judge::Verdict;
    const auto graded = judge::predict(question(), explored(Verdict::nondeterministic, true), {0, 3});
    CHECK(graded.trouble.empty());
    REQUIRE(graded.candidates.size() == 4);
    CHECK(graded.candidates[0].right());
    CHECK_FALSE(graded.candidates[1].right());
    CHECK(graded.candidates[1].possible);
    CHECK(graded.candidates[1].schedule == "s1:2");
    CHECK(graded.candidates[2].right());
    CHECK_FALSE(graded.candidates[3].right());
    CHECK_FALSE(graded.right());
    const std::string text = report::prediction_text(graded, {});
    CHECK(has(text, "  imagined  never happens\n"));
    CHECK(has(text, "2 of 4 right. The program has 7 interleavings, and all were explored."));
    CHECK(judge::predict(question(), explored(Verdict::passed, true), {0, 1}).right());
    CHECK_FALSE(judge::predict(question(), explored(Verdict::nondeterministic, false), {0, 1}).right());
    CHECK_FALSE(judge::predict(question(), explored(Verdict::deadlock, true), {0, 1}).right());
    CHECK_FALSE(judge::predict(question(), judge::Result{}, {}).right());
}

TEST_CASE("a question must be explored completely, and have possible and impossible candidates") {
    using judge::Verdict;
    course::Lesson lesson;
    lesson.id = "01-x";
    lesson.predict = question();
    CHECK(cli::question_mistakes(lesson, explored(Verdict::nondeterministic, true)).empty());
    CHECK(has(cli::question_mistakes(lesson, explored(Verdict::nondeterministic, false)).at(0), "more interleavings"));
    CHECK(has(cli::question_mistakes(lesson, explored(Verdict::data_race, true)).at(0), "data-race"));
    lesson.predict->candidates = {"a", "b"};
    CHECK(has(cli::question_mistakes(lesson, explored(Verdict::passed, true)).at(0), "all candidates are possible"));
    lesson.predict->candidates = {"x", "y"};
    CHECK(has(cli::question_mistakes(lesson, explored(Verdict::passed, true)).at(0), "none of the candidates"));
}

TEST_CASE("answers are letters") {
    using Indices = std::vector<std::size_t>;
    CHECK(cli::read_answer("A,C", 4) == Indices{0, 2});
    CHECK(cli::read_answer(" c a c\r", 4) == Indices{2, 0});
    CHECK(cli::read_answer("none", 4) == Indices{});
    for (const char* text : {"", "E", "1", "A;B", "yes"}) CHECK_FALSE(cli::read_answer(text, 4));
}

TEST_CASE("every lesson's question is answered right and wrong, and its wrong fix defeated and not") {
    for (const char* id : {"00", "01", "02", "03", "04", "05", "06"}) {
        CAPTURE(id);
        cli::Session session;
        session.arguments.ids = {id};
        session.arguments.break_task = true;
        const auto workplace = cli::open_workplace(session);
        REQUIRE(workplace);
        const auto lessons = cli::load_lessons(LAB_COURSE_DIR, session.arguments.ids);
        REQUIRE(lessons);
        const course::Lesson& lesson = lessons->front();
        REQUIRE(lesson.predict);
        REQUIRE(lesson.to_break);

        const auto seen = pipeline::explore(cli::question_request(*lesson.predict, *workplace, 2), {});
        REQUIRE(seen);
        CHECK(cli::question_mistakes(lesson, *seen) == std::vector<std::string>{});
        std::string right, wrong;
        const auto graded = judge::predict(*lesson.predict, *seen, {});
        for (std::size_t at = 0; at < graded.candidates.size(); ++at)
            (graded.candidates[at].possible ? right : wrong) += report::letter_of(at) + ",";
        const auto passed = checker({"predict", id, "--answer", right});
        CHECK(passed.exit_code == 0);
        CHECK(has(passed.out, "All right."));
        const auto failed = checker({"predict", id, "--answer", wrong});
        CHECK(failed.exit_code == 1);
        CHECK(has(failed.out, "missed"));
        CHECK(has(failed.out, "never happens"));
        CHECK(has(failed.out, "line "));  // the table of a witness

        auto chosen = cli::choose(lesson, session.arguments);
        REQUIRE(chosen);
        cli::StatusLine status;
        const auto request = cli::request_for(lesson, std::move(*chosen), *workplace, session, status);
        CHECK(cli::break_mistakes(request, {}) == std::vector<std::string>{});
        const auto result = pipeline::examine(request, {});
        REQUIRE(result);
        REQUIRE(result->decisive() != nullptr);
        const std::string schedule = result->decisive()->schedule;
        const auto defeated = checker({"break", id, schedule});
        CHECK(defeated.exit_code == 0);
        CHECK(has(defeated.out, "Defeated, in "));
        const auto line = evidence::schedule_of(schedule);
        REQUIRE(line);
        const auto early = checker({"break", id, evidence::text_of(*line, line->size() - 1)});
        CHECK(early.exit_code == 1);
        CHECK(has(early.out, "Not yet: after "));
    }
}

TEST_CASE("a listing keeps within the columns, and shows no line ends") {
    CHECK(report::listing("int a;\r\n\n    int bbb = ccc + ddd;\n", 24) ==
          "   1  int a;\n   2\n   3      int bbb = ccc\n          + ddd;\n");
}

TEST_CASE("break and predict say what is expected of them") {
    const auto task = checker({"break", "04"});
    CHECK(task.exit_code == 0);
    CHECK(has(task.out, "checker play 04 --break"));
    CHECK(has(task.out, "  8      from.mutex.lock();"));
    const auto misfit = checker({"break", "04", "s1:9"});
    CHECK(misfit.exit_code == 1);
    CHECK(has(misfit.out, "cannot be followed: after 0 steps"));
    CHECK(checker({"break", "04", "x"}).exit_code == 2);
    const auto silent = checker({"predict", "01"});
    CHECK(silent.exit_code == 2);
    CHECK(has(silent.out, "E  visits 5"));
    CHECK(has(silent.err, "--answer A,C"));
    CHECK(checker({"predict", "01", "--answer", "Z"}).exit_code == 2);
}
