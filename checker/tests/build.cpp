// build.cpp: tests of real builds, with a compiler, and back ends that are only there to be linked with.
#include "build/build.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "run/process.hpp"
#include "temporary_folder.hpp"

using namespace lab;
using namespace lab::build;

namespace {

const char* const back_end = R"(extern "C" {
void __tsan_init() {}
void __tsan_func_entry(void*) {}
void __tsan_func_exit() {}
void __tsan_read4(void*) {}
void __tsan_write4(void*) {}
}
)";

run::ProcessResult shell(const std::string& command) {
    run::ProcessRequest request;
    request.argv = {"/bin/sh", "-c", command};
    return run::supervise(request);
}

// A course with one lesson, and an installation, in a folder of its own.
struct Workshop : TemporaryFolder {
    BuildRequest request;

    Workshop() : request(make()) {}

    BuildRequest make() {
        course::Lesson lesson;
        lesson.id = "01-x";
        lesson.folder = path / "lessons/01-x";
        lesson.stub = lesson.folder / "stub";
        lesson.exercise = path / "exercises/01-x";
        lesson.edit = {"x.cpp"};
        lesson.given = {"x.hpp"};
        write("lessons/01-x/stub/x.hpp", "#pragma once\nint answer();\n");
        write("lessons/01-x/check.cpp", "#include \"x.hpp\"\nint check() { return answer(); }\n");
        write("lessons/01-x/main.cpp", "#include \"x.hpp\"\nint main() { return answer() - 42; }\n");
        write("exercises/01-x/x.cpp", "#include \"x.hpp\"\nint answer() { return 42; }\n");
        write("engine/std/explored_pch.hpp", "#pragma once\n#include <string>\n");
        write("engine/include/interleave/interleave.hpp", "#pragma once\n");
        write("native/native_pch.hpp", "#pragma once\n#include <string>\n");
        write("lib/back_end.cpp", back_end);
        const std::string lib = (path / "lib").string();
        REQUIRE(shell("cd " + lib +
                      " && g++ -shared -fPIC -Wl,-soname,libinterleave.so back_end.cpp -o libinterleave.so && " +
                      "g++ -c back_end.cpp && ar rc libinterleave_native.a back_end.o")
                    .ended_well());
        const Installation installation{path / "engine/include", path / "engine/std", path / "native", path / "lib",
                                        path};
        return {lesson, hand_in(lesson), *find_toolchain(std::nullopt, {}), installation, *Cache::open(path / "cache"),
                2};
    }

    static HandIn hand_in(const course::Lesson& lesson) { return *exercise_hand_in(lesson); }

    void edit(const std::string& text) {
        write("exercises/01-x/x.cpp", text);
        request.hand_in = hand_in(request.lesson);
    }

    std::size_t objects() const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(path / "cache/entries")) {
            if (std::filesystem::exists(entry.path() / "object.o")) ++count;
        }
        return count;
    }
};

}  // namespace

TEST_CASE("both flavours are built, run, and come from the cache the next time") {
    Workshop shop;
    std::string identity;
    {
        Build build(shop.request);
        const BuildResult explored = build.wait(Flavour::explored);
        const BuildResult native = build.wait(Flavour::native);
        REQUIRE_MESSAGE(explored.built(), explored.diagnostics);
        REQUIRE_MESSAGE(native.built(), native.diagnostics);
        CHECK_FALSE(explored.cached);
        CHECK(explored.diagnostics.empty());
        CHECK(shell(explored.program.string()).exit_code == 0);
        CHECK(shell(native.program.string()).exit_code == 0);
        identity = explored.identity;
        CHECK(shop.objects() == 6);
    }
    {
        Build build(shop.request);
        const BuildResult explored = build.wait(Flavour::explored);
        CHECK(explored.cached);
        CHECK(explored.identity == identity);
        CHECK(build.wait(Flavour::native).cached);
    }
    SUBCASE("a new date alone changes nothing") {
        shop.edit(shop.read("exercises/01-x/x.cpp"));
        Build build(shop.request);
        CHECK(build.wait(Flavour::explored).cached);
    }
    SUBCASE("an edit compiles the hand-in and not the lesson") {
        shop.edit("#include \"x.hpp\"\nint answer() { return 43; }\n");
        Build build(shop.request);
        const BuildResult explored = build.wait(Flavour::explored);
        CHECK_FALSE(explored.cached);
        CHECK(explored.identity != identity);
        CHECK(shell(explored.program.string()).exit_code == 1);
        CHECK(build.wait(Flavour::native).built());
        CHECK(shop.objects() == 8);
    }
    SUBCASE("an edit that changes no code gives the same program") {
        shop.edit(shop.read("exercises/01-x/x.cpp") + "// a remark\n");
        Build build(shop.request);
        CHECK_FALSE(build.wait(Flavour::explored).cached);
    }
    SUBCASE("a header of the hand-in compiles everything again") {
        shop.write("exercises/01-x/x.hpp", "#pragma once\nint answer();\nint other();\n");
        shop.request.hand_in = Workshop::hand_in(shop.request.lesson);
        Build build(shop.request);
        CHECK(build.wait(Flavour::explored).built());
        CHECK(build.wait(Flavour::native).built());
        CHECK(shop.objects() == 12);
    }
    SUBCASE("another engine links again") {
        shop.write("lib/back_end.cpp", std::string(back_end) + "int more;\n");
        shell("cd " + (shop.path / "lib").string() +
              " && g++ -shared -fPIC -Wl,-soname,libinterleave.so back_end.cpp -o libinterleave.so");
        Build build(shop.request);
        const BuildResult explored = build.wait(Flavour::explored);
        CHECK_FALSE(explored.cached);
        CHECK(explored.identity != identity);
    }
    SUBCASE("a file that is included from outside of the folder counts too") {
        shop.write("outside.hpp", "#define ANSWER 42\n");
        shop.edit("#include \"x.hpp\"\n#include \"../../outside.hpp\"\nint answer() { return ANSWER; }\n");
        {
            CHECK(Build(shop.request).wait(Flavour::explored).built());
        }
        shop.write("outside.hpp", "#define ANSWER 430\n");
        Build build(shop.request);
        const BuildResult explored = build.wait(Flavour::explored);
        CHECK_FALSE(explored.cached);
        CHECK(shell(explored.program.string()).exit_code == (430 - 42) % 256);
    }
}

TEST_CASE("the compiler's words arrive once, and unchanged") {
    Workshop shop;
    SUBCASE("an error") {
        shop.edit("#include \"x.hpp\"\nint answer() { return forty_two; }\n");
        Build build(shop.request);
        const BuildResult explored = build.wait(Flavour::explored);
        CHECK_FALSE(explored.built());
        CHECK_FALSE(explored.ours);
        CHECK(explored.reason.empty());
        const std::string plain = without_colours(explored.diagnostics);
        CHECK(plain != explored.diagnostics);
        const run::ProcessResult direct = shell("cd " + shop.path.string() +
                                                " && g++ -std=c++20 -Wall -Wextra -I lessons/01-x/stub -c "
                                                "exercises/01-x/x.cpp -o /dev/null");
        CHECK(plain == direct.err);
        CHECK_FALSE(build.wait(Flavour::native).built());
    }
    SUBCASE("a warning, also from the cache") {
        shop.edit("#include \"x.hpp\"\nint answer() { int unused; return 42; }\n");
        for (int i = 0; i < 2; ++i) {
            const BuildResult explored = Build(shop.request).wait(Flavour::explored);
            CHECK(explored.built());
            CHECK(explored.cached == (i == 1));
            CHECK(without_colours(explored.diagnostics).find("exercises/01-x/x.cpp:2:20: warning: unused variable") !=
                  std::string::npos);
        }
    }
    SUBCASE("a function that is missing") {
        shop.edit("#include \"x.hpp\"\n");
        const BuildResult explored = Build(shop.request).wait(Flavour::explored);
        CHECK_FALSE(explored.built());
        CHECK(explored.diagnostics.find("undefined reference to `answer()'") != std::string::npos);
        CHECK(explored.diagnostics.find("check.o") != std::string::npos);
        CHECK(explored.diagnostics.find("cache") == std::string::npos);
    }
    SUBCASE("an error of the hand-in hides what follows from it in the lesson's files") {
        shop.write("exercises/01-x/x.hpp", "#pragma once\nint answr();\n");
        shop.edit("#include \"x.hpp\"\nint main2() { return answer(); }\n");
        const BuildResult explored = Build(shop.request).wait(Flavour::explored);
        CHECK_FALSE(explored.built());
        CHECK(explored.diagnostics.find("x.cpp") != std::string::npos);
        CHECK(explored.diagnostics.find("main.cpp") == std::string::npos);
    }
}

TEST_CASE("a build that is given up ends at once and leaves nothing") {
    Workshop shop;
    shop.edit(
        "#include \"x.hpp\"\ntemplate <int N> struct S { static const int v = S<N - 1>::v + S<N - 2>::v; };\n"
        "#include \"/dev/zero\"\nint answer() { return 42; }\n");
    const auto start = std::chrono::steady_clock::now();
    {
        Build build(shop.request);
    }
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    CHECK(std::filesystem::is_empty(shop.path / "cache/drafts"));
}

TEST_CASE("an engine that is missing is not the student's fault") {
    Workshop shop;
    std::filesystem::remove(shop.path / "lib/libinterleave.so");
    const BuildResult explored = Build(shop.request).wait(Flavour::explored);
    CHECK_FALSE(explored.built());
    CHECK(explored.ours);
    CHECK(explored.reason.find("libinterleave.so is missing") != std::string::npos);
}

TEST_CASE("a compiler that is not there is named, with what to do") {
    CHECK(find_toolchain("no-such-compiler", {}).error().find("--compiler") != std::string::npos);
    CHECK(find_toolchain("/bin/true", {}).error().find("neither g++ nor clang++") != std::string::npos);
}
