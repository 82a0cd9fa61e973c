// linking.cpp: what a linker misses is said in the student's words.
#include "judge/linking.hpp"

#include <doctest/doctest.h>

using lab::judge::undefined_sentence;

TEST_CASE("undefined functions are named once each, as the student writes them") {
    const std::string ld =
        "/usr/bin/ld: main.o: in function `main':\n"
        "main.cpp:11: undefined reference to `transfer(Account&, Account&, int)'\n"
        "main.cpp:12: undefined reference to `transfer(Account&, Account&, int)'\n"
        "x.cpp:46: more undefined references to `transfer(Account&, Account&, int)' follow\n"
        "main.cpp:28: undefined reference to `Printer::print(std::vector<std::__cxx11::basic_string<char, "
        "std::char_traits<char>, std::allocator<char> >, std::allocator<std::__cxx11::basic_string<char, "
        "std::char_traits<char>, std::allocator<char> > > > const&)'\n";
    CHECK(undefined_sentence(ld) ==
          "Nothing defines `transfer(Account&, Account&, int)` and `Printer::print(std::vector<std::string> const&)`. "
          "Are they in your file, with exactly these names and parameters? Nothing was run.");
    CHECK(undefined_sentence("ld.lld: error: undefined symbol: total(int)\n>>> referenced by x\n") ==
          "Nothing defines `total(int)`. Is it in your file, with exactly this name and these parameters? Nothing was "
          "run.");
    std::string many;
    for (const char* name : {"a", "b", "c", "d", "e", "f"})
        many += std::string("undefined reference to `") + name + "()'\n";
    CHECK(undefined_sentence(many).find("`a()`, `b()`, `c()`, `d()` and 2 more.") != std::string::npos);
    CHECK(undefined_sentence("x.cpp:1:1: error: `oops' was not declared").empty());
    CHECK(undefined_sentence("undefined reference to `").empty());
}
