// explore.cpp: tests of `checker explore`: the real binary on programs of all kinds, far from any course.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "run/process.hpp"
#include "temporary_folder.hpp"

using namespace lab;
using Json = nlohmann::json;

namespace {

struct Programs : TemporaryFolder {
    run::ProcessResult explore(std::vector<std::string> words) const {
        run::ProcessRequest request;
        words.insert(words.begin(), {LAB_CHECKER, "explore"});
        request.argv = std::move(words);
        request.environment = {"LAB_CACHE=" + (path / "cache").string()};
        request.directory = path;
        request.wall_limit = std::chrono::minutes(5);
        return run::supervise(request);
    }
    Json json(std::vector<std::string> words) const {
        words.insert(words.begin(), "--json");
        const auto result = explore(words);
        INFO(result.err);
        REQUIRE(Json::accept(result.out));
        return Json::parse(result.out);
    }
};

// Two threads, each locks; thread 2 asserts what is not always so.
const char* const order_c = R"(#include <assert.h>
#include <pthread.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static int ready;
static void *set(void *p) { pthread_mutex_lock(&m); ready = 1; pthread_mutex_unlock(&m); return p; }
static void *get(void *p) {
    pthread_mutex_lock(&m);
    assert(ready == 1);
    pthread_mutex_unlock(&m);
    return p;
}
int main(void) {
    pthread_t a, b;
    pthread_create(&a, 0, set, 0);
    pthread_create(&b, 0, get, 0);
    pthread_join(a, 0);
    pthread_join(b, 0);
    return 0;
}
)";

const char* const reader_cpp = R"(#include <unistd.h>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
using namespace std;
int count = 0;  // also the name of a function of the standard library
mutex m;
int calls() {
    static int n = 0;
    return ++n;
}
int main(int argc, char** argv) {
    int number = 0;
    string word, rest;
    cin >> number >> word;
    getline(cin, rest);
    getline(cin, rest);
    char line[20] = "";
    if (fgets(line, sizeof line, stdin) == nullptr) return 1;
    int a = 0, b = 0;
    const int got = scanf("%d-%d", &a, &b);
    thread t([] { lock_guard<mutex> lock(m); ++count; });
    { lock_guard<mutex> lock(m); ++count; }
    t.join();
    cout << number << word << rest << line << got << a << b << argc << (argc > 1 ? argv[1] : "") << count << calls()
         << hex << 255 << '\n';
}
)";

}  // namespace

TEST_CASE("a C program: verdict, exit code, number of the first failing interleaving, replay") {
    const Programs programs;
    programs.write("order.c", order_c);
    const auto text = programs.explore({"order.c"});
    CHECK(text.exit_code == 1);
    CHECK(text.out.find("CRASH") == 0);
    CHECK(text.out.find("ready == 1") != std::string::npos);
    CHECK(text.err.find(" s, building not counted\n") != std::string::npos);

    Json first = programs.json({"order.c", "--fresh"}), second = programs.json({"order.c", "--fresh"});
    first.erase("seconds");
    second.erase("seconds");
    CHECK(first == second);
    const Json& found = first["cases"][0];
    CHECK(first["lesson"].is_null());
    CHECK(first["verdict"] == "crash");
    CHECK(found["first_failure"] >= 1);
    CHECK(found["trace"].back()["line"].is_number());
    const Json replayed = programs.json({"--replay", found["schedule"], "order.c"});
    CHECK(replayed["verdict"] == "crash");
    CHECK(replayed["cases"][0]["message"] == found["message"]);
    CHECK(replayed["cases"][0]["interleavings"] == 1);
}

TEST_CASE("arguments and standard input are the same in every interleaving") {
    const Programs programs;
    programs.write("reader.cpp", reader_cpp);
    programs.write("in.txt", "12 ab\nsecond\nthird\n4-5\n");
    const Json result = programs.json({"reader.cpp", "--stdin", "in.txt", "--arg=-x"});
    CHECK(result["verdict"] == "passed");
    CHECK(result["cases"][0]["interleavings"] >= 2);
    CHECK(result["cases"][0]["complete"] == true);
    REQUIRE(result["cases"][0]["outputs"].size() == 1);
    CHECK(result["cases"][0]["outputs"][0]["text"] == "12absecondthird\n2452-x21ff\n");
    programs.write("in.txt", "12 ab\nsecond\nother\n4-5\n");  // another content is another task
    CHECK(programs.json({"reader.cpp", "--stdin", "in.txt", "--arg=-x"})["cases"][0]["outputs"][0]["text"] ==
          "12absecondother\n2452-x21ff\n");
    const Json empty = programs.json({"reader.cpp"});
    CHECK(empty["verdict"] == "wrong-output");
    CHECK(empty["cases"][0]["outputs"][0]["exit"] == 1);
}

TEST_CASE("outputs and exit codes that differ") {
    const Programs programs;
    programs.write("two.cpp", R"(#include <cstdio>
#include <thread>
int main() {
    std::thread a([] { std::puts("a"); }), b([] { std::puts("b"); });
    a.join();
    b.join();
}
)");
    const auto text = programs.explore({"two.cpp"});
    CHECK(text.exit_code == 1);
    CHECK(text.out.find("NONDETERMINISTIC") == 0);
    CHECK(text.out.find("checker explore --replay 's1:") != std::string::npos);
    const Json result = programs.json({"two.cpp", "--strategy", "exhaustive"});
    CHECK(result["verdict"] == "nondeterministic");
    REQUIRE(result["cases"][0]["outputs"].size() == 2);
    for (const Json& output : result["cases"][0]["outputs"]) {
        const Json again = programs.json({"--replay", output["schedule"], "two.cpp"});
        CHECK(again["cases"][0]["outputs"][0]["text"] == output["text"]);
    }
    programs.write("code.cpp", R"(#include <atomic>
#include <thread>
int main() {
    std::atomic<int> last{0};
    std::thread a([&] { last = 1; }), b([&] { last = 2; });
    a.join();
    b.join();
    return last;
}
)");
    const Json code = programs.json({"code.cpp"});
    CHECK(code["verdict"] == "nondeterministic");
    CHECK(code["cases"][0]["message"].get<std::string>().find("main() returns") == 0);
}

TEST_CASE("objects compiled by others, several languages, flags") {
    const Programs programs;
    programs.write("main.cpp", "extern \"C\" int half(int);\nint main() { return half(2 * N) == N ? 0 : 1; }\n");
    programs.write("half.c", "#include <threads.h>\nint half(int n) { int *new = &n; return *new / 2; }\n");
    CHECK(programs.json({"main.cpp", "half.c", "--", "-DN=3"})["verdict"] == "passed");
    const auto flags = programs.explore({"--print-flags"});
    REQUIRE(flags.exit_code == 0);
    const auto at = flags.out.find("compile C:");
    REQUIRE(at != std::string::npos);
    std::string c_flags = flags.out.substr(at + 11);
    c_flags.resize(c_flags.find('\n'));
    run::ProcessRequest request;
    request.argv = {"/bin/sh", "-c", "gcc " + c_flags + " -c half.c -o half.o"};
    request.directory = programs.path;
    REQUIRE(run::supervise(request).exit_code == 0);
    CHECK(programs.json({"main.cpp", "half.o", "--", "-DN=3"})["verdict"] == "passed");
}

TEST_CASE("signals that a thread sends to itself; what cannot be controlled is named") {
    const Programs programs;
    programs.write("self.c", R"(#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>
static int handled;
static void note(int n) { handled += n; }
int main(void) {
    sigset_t set;
    signal(SIGUSR1, note);
    raise(SIGUSR1);
    kill(getpid(), SIGUSR1);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &set, 0);
    pthread_kill(pthread_self(), SIGUSR1);
    printf("%d ", handled);
    pthread_sigmask(SIG_UNBLOCK, &set, 0);
    printf("%d\n", handled);
    return 0;
}
)");
    CHECK(programs.json({"self.c", "--strategy", "random", "--budget", "3"})["cases"][0]["outputs"][0]["text"] ==
          "20 30\n");
    programs.write("alarm.c", "#include <unistd.h>\nint main(void) { alarm(1); return 0; }\n");
    const auto alarm = programs.explore({"alarm.c"});
    CHECK(alarm.exit_code == 4);
    CHECK(alarm.out.find("alarm()") != std::string::npos);
    programs.write("end.c", "#include <signal.h>\nint main(void) { return raise(SIGTERM); }\n");
    const Json end = programs.json({"end.c"});
    CHECK(end["verdict"] == "crash");
    CHECK(end["cases"][0]["message"].get<std::string>().find("SIGTERM") != std::string::npos);
}

TEST_CASE("mistakes on the command line and in the program") {
    const Programs programs;
    CHECK(programs.explore({}).exit_code == 2);
    CHECK(programs.explore({"nowhere.cpp"}).exit_code == 2);
    programs.write("notes.txt", "");
    CHECK(programs.explore({"notes.txt"}).exit_code == 2);
    programs.write("broken.c", "int main(void) { return nothing; }\n");
    const auto broken = programs.explore({"broken.c"});
    CHECK(broken.exit_code == 3);
    CHECK(broken.out.find("nothing") != std::string::npos);
}

TEST_CASE("--until-first stops there") {
    const Programs programs;
    programs.write("order.c", order_c);
    const Json result = programs.json({"order.c", "--until-first", "--strategy", "random", "--seed", "1"});
    CHECK(result["verdict"] == "crash");
    CHECK(result["cases"][0]["failed"] == 1);
}

TEST_CASE("spurious wake-ups: as many as are asked for") {
    const Programs programs;
    programs.write("twice.c", R"(#include <assert.h>
#include <pthread.h>
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t c = PTHREAD_COND_INITIALIZER;
static int ready;
static void *set(void *p) {
    pthread_mutex_lock(&m);
    ready = 1;
    pthread_cond_signal(&c);
    pthread_mutex_unlock(&m);
    return p;
}
int main(void) {
    pthread_t a;
    pthread_mutex_lock(&m);
    pthread_create(&a, 0, set, 0);
    pthread_cond_wait(&c, &m);
    if (!ready) {
        pthread_cond_wait(&c, &m);
        assert(ready);
    }
    pthread_mutex_unlock(&m);
    pthread_join(a, 0);
    return 0;
}
)");
    const Json none = programs.json({"--spurious", "0", "twice.c"});
    const Json one = programs.json({"twice.c"});
    const Json two = programs.json({"--spurious", "2", "twice.c"});
    CHECK(none.at("verdict") == "passed");
    CHECK(one.at("verdict") == "passed");
    CHECK(none.at("cases")[0].at("interleavings") < one.at("cases")[0].at("interleavings"));
    CHECK(two.at("verdict") == "crash");
    CHECK(programs.explore({"--spurious", "many", "twice.c"}).exit_code == 2);
}
