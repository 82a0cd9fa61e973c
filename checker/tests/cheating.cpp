// cheating.cpp: tests of what a hand-in must not contain, and of what only looks like it.
#include "judge/cheating.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "symbols/object_file.hpp"

using lab::judge::find_cheat;
using lab::judge::HandIn;
using lab::judge::ObjectNames;

namespace {

const std::vector<std::string> reserved = {"_ZNSt13random_device9_M_getvalEv",
                                           "_ZNSt6ranges4sortE",
                                           "_Znwm",
                                           "free",
                                           "main",
                                           "malloc",
                                           "pthread_mutex_lock",
                                           "write"};

std::string about_text(const std::string& text) {
    HandIn hand_in;
    hand_in.files = {{"lock.cpp", text}};
    return find_cheat(hand_in, {}, reserved).value_or("");
}

std::string about_names(ObjectNames names, const std::string& text = "") {
    HandIn hand_in;
    hand_in.files = {{"lock.cpp", text}};
    return find_cheat(hand_in, names, reserved).value_or("");
}

}  // namespace

TEST_CASE("cheating: attributes and pragmas that hide accesses are found, with their line") {
    CHECK(about_text("\n__attribute__((no_sanitize(\"thread\"))) void f() {}\n")
              .starts_with("`no_sanitize` at lock.cpp:2"));
    CHECK(about_text("[[gnu::no_sanitize_thread]] void f() {}") != "");
    CHECK(about_text("__attribute__((__no_sanitize_thread__)) void f();") != "");
    CHECK(about_text("__attribute__((optimize(\"O3\"))) void f();") != "");
    CHECK(about_text("#pragma GCC optimize(\"O3\")\n") != "");
    CHECK(about_text("#  pragma  GCC  optimize (\"O3\")\n") != "");
    CHECK(about_text("_Pragma(\"GCC optimize(3)\")") != "");
    CHECK(about_text("#pragma clang attribute push(__attribute__((no_sanitize(\"thread\"))), apply_to = function)") !=
          "");
    CHECK(about_text("void f() __attribute__((alias(\"g\")));") != "");
    CHECK(about_text("void f() { asm volatile(\"incl %0\" : \"+m\"(x)); }") != "");
    CHECK(about_text("int f() __asm__(\"pthread_mutex_lock\");") != "");
}

TEST_CASE("cheating: words that only look like it are allowed") {
    CHECK(about_text("// __attribute__((no_sanitize(\"thread\")))\n") == "");
    CHECK(about_text("void optimize(int); void f() { optimize(3); }") == "");
    CHECK(about_text("[[nodiscard]] int f(); [[maybe_unused]] int x;") == "");
    CHECK(about_text("__attribute__((unused)) int f();") == "");
    CHECK(about_text("#pragma once\n#pragma GCC diagnostic ignored \"-Wshadow\"\n") == "");
    CHECK(about_text("int a[3]; int b = a[[] { return 0; }()];") == "");
    CHECK(about_text("void f() { asm volatile(\"pause\"); asm volatile(\"\" ::: \"memory\"); }") == "");
    CHECK(about_text("const char* text = \"#pragma GCC optimize\";") == "");
}

TEST_CASE("cheating: names that belong to the system or to the check") {
    CHECK(about_names({{"pthread_mutex_lock"}, {}, {}}, "\nint pthread_mutex_lock();")
              .starts_with("`pthread_mutex_lock` at lock.cpp:2"));
    CHECK(about_names({{}, {"malloc"}, {}}) != "");
    CHECK(about_names({{"main"}, {}, {}}).find("main()") != std::string::npos);
    CHECK(about_names({{"__tsan_write4"}, {}, {}}) != "");
    CHECK(about_names({{"__tsan_unknown"}, {}, {}}) != "");
    CHECK(about_names({{"_ZN10interleave7reachedEv"}, {}, {}}) != "");
    CHECK(about_names({{"_ZNSt13random_device9_M_getvalEv"}, {}, {}}) != "");
    CHECK(about_names({{}, {}, {"_ZN10interleave7reachedEv"}}) != "");
    CHECK(about_names({{}, {}, {"_ZN7doctest6detail7regTestERKNS0_8TestCaseE"}}) != "");
    CHECK(about_names({{}, {}, {"dlsym"}}) != "");
    CHECK(about_names({{}, {}, {"__tsan_acquire"}}) != "");

    CHECK(about_names({{"_Z8transferR7AccountS0_i", "_Znwm"}, {"_ZNSt6vectorIiSaIiEED1Ev"}, {"pthread_mutex_lock"}}) ==
          "");
    CHECK(about_names({{}, {"_ZNSt13random_device9_M_getvalEv"}, {"__tsan_write4", "__tsan_func_entry", "malloc"}}) ==
          "");
    CHECK(about_names({{"_ZN11interleaved1fEv"}, {}, {}}) == "");
    CHECK(about_names({{}, {"_ZNSt6ranges4sortE"}, {}}) == "");
}

TEST_CASE("cheating: names are read from ELF files, and damaged ones do no harm") {
    CHECK_FALSE(lab::symbols::read_link_names("/nonexistent"));
    CHECK_FALSE(lab::symbols::read_link_names("/etc/passwd"));
    const auto names = lab::symbols::read_link_names(LAB_ENGINE);
    REQUIRE(names.has_value());
    CHECK(std::binary_search(names->defined.begin(), names->defined.end(), "pthread_mutex_lock"));
    CHECK(std::binary_search(names->defined.begin(), names->defined.end(), "__tsan_write4"));

    // g++ marks inline variables (std::ranges::sort is one) and statics of inline functions as unique: any number of
    // files may define them, and a hand-in that does so takes nobody's place.
    const auto shared = std::make_shared<int>(1);
    const std::string tag = "_ZZNSt19_Sp_make_shared_tag5_S_tiEvE5__tag";
    const auto own = lab::symbols::read_link_names("/proc/self/exe");
    REQUIRE(own.has_value());
    CHECK(*shared == 1);
    CHECK(std::binary_search(own->defined_weak.begin(), own->defined_weak.end(), tag));
    CHECK_FALSE(std::binary_search(own->defined.begin(), own->defined.end(), tag));
}
