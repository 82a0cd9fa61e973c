// work_documents.cpp: the JSON of reset, solution, predict and break: one document each, whatever the outcome.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "run/process.hpp"
#include "temporary_folder.hpp"

using namespace lab;
using Json = nlohmann::json;

namespace {

struct Answer {
    int code = 0;
    Json json;
};

Answer checker(std::vector<std::string> words, const std::string& course = LAB_COURSE_DIR) {
    run::ProcessRequest request;
    words.insert(words.begin(), LAB_CHECKER);
    words.emplace_back("--json");
    request.argv = std::move(words);
    request.environment = {"LAB_COURSE=" + course};
    request.directory = LAB_COURSE_DIR;
    request.wall_limit = std::chrono::minutes(5);
    const auto result = run::supervise(request);
    INFO(result.out, result.err);
    REQUIRE(Json::accept(result.out));
    CHECK(result.err.empty());
    return {result.exit_code.value_or(-1), Json::parse(result.out)};
}

struct SmallCourse : TemporaryFolder {
    SmallCourse() {
        write("lessons/01-x/lesson.toml",
              "format_version = 1\ntitle = \"X\"\nidea = \"Y.\"\n[exercise]\nedit = [\"x.cpp\"]\n[stub]\nverdict = "
              "\"crash\"\n[hints]\ntext = [\"a\", \"b\", \"c\"]\n");
        write("lessons/01-x/check.cpp", "");
        write("lessons/01-x/stub/x.cpp", "int x;\n");
        write("exercises/01-x/x.cpp", "int x = 2;\n");
        write("solutions/01-x/x.cpp", "int x = 1;\n");
    }
};

}  // namespace

TEST_CASE("reset tells where the work is kept, and when there was nothing to put back") {
    const SmallCourse course;
    const auto done = checker({"reset", "1"}, course.path.string());
    CHECK(done.code == 0);
    CHECK(done.json == Json{{"schema", "checker/reset/v1"},
                            {"lesson", "01-x"},
                            {"folder", "exercises/01-x"},
                            {"reset", true},
                            {"backup", "exercises/01-x/backup-1"}});
    const auto nothing = checker({"reset", "1"}, course.path.string());
    CHECK(nothing.code == 1);
    CHECK(nothing.json["reset"] == false);
    CHECK(nothing.json["backup"] == nullptr);
}

TEST_CASE("solution gives the lines of both files, and none before it has passed") {
    const SmallCourse course;
    const auto early = checker({"solution", "1"}, course.path.string());
    CHECK(early.code == 1);
    CHECK(early.json["shown"] == false);
    CHECK(early.json["files"].empty());
    const auto shown = checker({"solution", "1", "--force"}, course.path.string());
    CHECK(shown.code == 0);
    CHECK(shown.json["schema"] == "checker/solution/v1");
    const Json& file = shown.json["files"].at(0);
    CHECK(file["yours"] == "exercises/01-x/x.cpp");
    CHECK(file["reference"] == "solutions/01-x/x.cpp");
    CHECK(file["same"] == false);
    CHECK(file["lines"] == Json::parse(R"([{"mark":"-","yours":1,"reference":null,"text":"int x = 2;"},
                                           {"mark":"+","yours":null,"reference":1,"text":"int x = 1;"}])"));
}

TEST_CASE("predict gives the question, and with an answer all steps of what was missed") {
    const auto question = checker({"predict", "04"});
    CHECK(question.code == 0);
    CHECK(question.json["schema"] == "checker/predict/v1");
    CHECK(question.json["answered"] == false);
    CHECK(question.json["right"] == nullptr);
    CHECK(question.json["program"].get<std::string>().find("try_lock") != std::string::npos);
    CHECK(question.json["candidates"].at(4) ==
          Json::parse(R"({"letter":"E","text":"","chosen":null,"possible":null,"schedule":null,"case":null})"));

    const auto graded = checker({"predict", "04", "--answer", "A,E"});
    CHECK(graded.code == 1);
    CHECK(graded.json["answered"] == true);
    CHECK(graded.json["right"] == false);
    CHECK(graded.json["interleavings"] == 7);
    const Json& right = graded.json["candidates"].at(0);
    CHECK(right["chosen"] == true);
    CHECK(right["possible"] == true);
    CHECK(right["case"] == nullptr);
    const Json& missed = graded.json["candidates"].at(3);
    CHECK(missed["chosen"] == false);
    CHECK(missed["possible"] == true);
    CHECK(missed["case"]["schedule"] == missed["schedule"]);
    // All of them, and the table of the text shows few: it says that the rest is here.
    CHECK(missed["case"]["trace"].size() > 7);
    const Json& imagined = graded.json["candidates"].at(4);
    CHECK(imagined["chosen"] == true);
    CHECK(imagined["possible"] == false);
    CHECK(imagined["schedule"] == nullptr);
}

TEST_CASE("break gives the task, and what came of a schedule") {
    const auto task = checker({"break", "04"});
    CHECK(task.code == 0);
    CHECK(task.json["schema"] == "checker/break/v1");
    CHECK(task.json["outcome"] == nullptr);
    CHECK(task.json["files"].at(0)["file"] == "argument_order.cpp");
    const auto defeated = checker({"break", "04", "s1:1.2"});
    CHECK(defeated.code == 0);
    CHECK(defeated.json["outcome"] == "defeated");
    CHECK(defeated.json["defeated"] == true);
    CHECK(defeated.json["steps"] == 2);
    CHECK(defeated.json["case"]["verdict"] == "deadlock");
    CHECK(checker({"break", "04", "s1:1"}).json["outcome"] == "goes-on");
    const auto misfit = checker({"break", "04", "s1:9"});
    CHECK(misfit.code == 1);
    CHECK(misfit.json["outcome"] == "misfit");
    CHECK(misfit.json["case"] == nullptr);
}
