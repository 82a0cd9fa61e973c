// compiler_command.cpp: tests of the compiler's command lines and of what it says.
#include "build/compiler_command.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "build/build.hpp"
#include "build/inputs.hpp"
#include "build/sha256.hpp"
#include "temporary_folder.hpp"

using namespace lab::build;

namespace {

const Installation installation{"/lab/include", "/lab/std", "/lab/native", "/lab/lib", "/lab"};
const Toolchain gnu{"/usr/bin/g++", CompilerFamily::gnu, "g++ 12.2.0", "1"};
const Toolchain clang{"/usr/bin/clang++", CompilerFamily::clang, "clang++ 19.1.7", "2"};

bool has(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

TEST_CASE("the explored flavour is instrumented, not optimised, and sees the lab's headers first") {
    const auto flags = compile_flags(gnu, Flavour::explored, installation);
    for (const char* flag :
         {"-std=c++20", "-O0", "-g", "-fsanitize=thread", "-fno-builtin-memset", "-Wno-tsan", "/lab/std"}) {
        CAPTURE(flag);
        CHECK(has(flags, flag));
    }
    CHECK_FALSE(has(compile_flags(clang, Flavour::explored, installation), "-Wno-tsan"));
    CHECK(has(compile_flags(clang, Flavour::explored, installation), "-tsan-instrument-read-before-write=1"));
}

TEST_CASE("the native flavour is optimised and knows nothing of the exploration") {
    const auto flags = compile_flags(gnu, Flavour::native, installation);
    CHECK(has(flags, "-O2"));
    CHECK(has(flags, "-D_GLIBCXX_USE_POSIX_SEMAPHORE=1"));
    CHECK_FALSE(has(flags, "-fsanitize=thread"));
    CHECK_FALSE(has(flags, "/lab/std"));
}

TEST_CASE("the explored program is linked with the engine in place of the sanitizer's library") {
    const auto command = link_command(gnu, Flavour::explored, installation, {"a.o", "b.o"}, "program");
    CHECK_FALSE(has(command, "-fsanitize=thread"));
    CHECK(has(command, "/lab/lib/libinterleave.so"));
    CHECK(has(command, "-Wl,-rpath,/lab/lib"));
    CHECK(has(link_command(gnu, Flavour::native, installation, {"a.o"}, "program"), "/lab/lib/libinterleave_native.a"));
}

TEST_CASE("each compiler takes its precompiled header in its own way") {
    Compilation compilation{"x.cpp", {"/stub"}, "/cache/p", "x.o", "x.d"};
    CHECK(has(compile_command(gnu, Flavour::explored, installation, compilation), "/cache/p/prefix.hpp"));
    CHECK(has(compile_command(clang, Flavour::explored, installation, compilation), "/cache/p/prefix.hpp.pch"));
    compilation.precompiled.reset();
    CHECK_FALSE(has(compile_command(gnu, Flavour::explored, installation, compilation), "-include"));
}

TEST_CASE("a compiler is known by what it says about itself") {
    const auto debian =
        read_version("g++ (Debian 12.2.0-14+deb12u1) 12.2.0\nCopyright (C) 2022 Free Software Foundation, Inc.\n");
    REQUIRE(debian.has_value());
    CHECK(debian->family == CompilerFamily::gnu);
    CHECK(debian->description == "g++ 12.2.0");
    const auto ubuntu =
        read_version("g++-13 (Ubuntu 13.2.0-23ubuntu4) 13.2.0\nCopyright (C) 2023 Free Software Foundation, Inc.\n");
    REQUIRE(ubuntu.has_value());
    CHECK(ubuntu->description == "g++ 13.2.0");
    const auto other = read_version("Debian clang version 19.1.7 (3)\nTarget: x86_64-pc-linux-gnu\n");
    REQUIRE(other.has_value());
    CHECK(other->family == CompilerFamily::clang);
    CHECK(other->description == "clang++ 19.1.7");
    CHECK_FALSE(read_version("tcc version 0.9.27\n"));
    CHECK_FALSE(read_version(""));
}

TEST_CASE("a make rule names the files that were read") {
    CHECK(read_make_rule("a.o: x.cpp \\\n /usr/include/c++/12/mutex \\\n a\\ b.hpp c$$d.hpp\n") ==
          std::vector<std::filesystem::path>{"x.cpp", "/usr/include/c++/12/mutex", "a b.hpp", "c$d.hpp"});
    CHECK(read_make_rule("").empty());
}

TEST_CASE("a file that changed is noticed, also one that is gone") {
    const TemporaryFolder folder;
    folder.write("a", "1");
    folder.write("b", "1");
    const auto before = observe({"a", "b", "c"}, folder.path);
    REQUIRE(before.size() == 3);
    CHECK(read_inputs(write_inputs(before)) == before);
    CHECK(are_unchanged(before));
    SUBCASE("changed") { folder.write("a", "22"); }
    SUBCASE("gone") { std::filesystem::remove(folder.path / "b"); }
    SUBCASE("new") { folder.write("c", ""); }
    CHECK_FALSE(are_unchanged(before));
}

TEST_CASE("content hashes") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const TemporaryFolder folder;
    folder.write("abc", "abc");
    CHECK(sha256_of_file(folder.path / "abc") == sha256("abc"));
    CHECK(sha256_of_file(folder.path / "nowhere").empty());
    CHECK(sha256_of_file(folder.path).empty());
    Sha256 one, other;
    one.add_field("ab");
    one.add_field("c");
    other.add_field("a");
    other.add_field("bc");
    CHECK(one.hex() != other.hex());
}

TEST_CASE("colours are taken off without touching the rest") {
    CHECK(without_colours("\x1b[01m\x1b[Ka.cpp:1:\x1b[m\x1b[K \x1b[01;31merror:\x1b[m x[1]\n") ==
          "a.cpp:1: error: x[1]\n");
    CHECK(without_colours("plain") == "plain");
    CHECK(without_colours("\x1b[") == "");
}
