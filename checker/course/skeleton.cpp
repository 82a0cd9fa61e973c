// skeleton.cpp: the texts of a new lesson; what has to be written says TODO.
#include "course/skeleton.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace lab::course {

namespace {

constexpr const char* lesson_toml =
    R"(# Lesson @number@: what is edited, how it is judged, and hand-ins with known verdicts.
format_version = 1
title = "@title@"
idea = "TODO: the one idea, in one sentence."

[exercise]
edit = ["@file@.cpp"]

[program]
expected = "expected.txt"

[budget]
interleavings = 5000
stress_runs = 50

[stub]
verdict = "data-race"

[hints]
text = [
    "TODO: a question that makes one look at the right place.",
    "TODO: what is wrong there, without saying what to write.",
    "TODO: nearly the answer; still nothing to copy and paste.",
]

# At least five that are wrong, each in its own way, and two that are right in other ways than the solution:
#
# [[wrong]]
# file = "wrong/lock_of_its_own.cpp"
# verdict = "data-race"
# diagnosis = "local-mutex"
# about = "each call locks a mutex of its own"
#
# [[right]]
# file = "right/atomic.cpp"
# about = "an atomic in place of a lock"
)";

constexpr const char* lesson_md = R"(# @number@ @title@

TODO: the idea, in one screen of text.

## Your task

`exercises/@id@/@file@.cpp`: TODO: what it should do. The exact promise is in `@file@.hpp`. The program prints

    visits 2

## What to observe

- TODO: what the stub does, and why.
)";

constexpr const char* header = R"(// @file@.hpp: given. What visit_twice promises.
#pragma once

// Two threads, a visit each. Returns how many visits there were when both threads have ended: 2.
int visit_twice();
)";

constexpr const char* stub = R"(// @file@.cpp: counts the visits of two threads. The program prints "visits 2".
#include "@file@.hpp"

#include <thread>

int visit_twice() {
    int visits = 0;
    std::thread first([&] { ++visits; });   // TODO: both threads change it at once.
    std::thread second([&] { ++visits; });
    first.join();
    second.join();
    return visits;
}
)";

constexpr const char* solution = R"(// @file@.cpp: counts the visits of two threads. The program prints "visits 2".
#include "@file@.hpp"

#include <mutex>
#include <thread>

int visit_twice() {
    std::mutex mutex;  // protects the visits
    int visits = 0;
    const auto visit = [&] {
        const std::lock_guard lock(mutex);
        ++visits;
    };
    std::thread first(visit);
    std::thread second(visit);
    first.join();
    second.join();
    return visits;
}
)";

constexpr const char* check = R"(// check.cpp: what must hold for visit_twice() in every interleaving.
#include "@file@.hpp"

#include <interleave/interleave.hpp>

// TODO: the cases of your lesson. SOME_INTERLEAVING_TEST_CASE asks that something is possible: see
// docs/authors-guide.md.
INTERLEAVED_TEST_CASE("both visits count") { CHECK(visit_twice() == 2); }
)";

constexpr const char* program = R"(// main.cpp: counts two visits.
#include "@file@.hpp"

#include <iostream>

int main() { std::cout << "visits " << visit_twice() << '\n'; }
)";

bool is_name(const std::string& text) {
    return !text.empty() && text.front() != '-' && text.back() != '-' &&
           std::all_of(text.begin(), text.end(), [](char character) {
               return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
                      character == '-';
           });
}

unsigned long value(const std::string& digits) {
    unsigned long number = 0;
    for (const char digit : digits) number = std::min(number * 10 + static_cast<unsigned long>(digit - '0'), 99'999UL);
    return number;
}

// The title may hold anything but control characters; these two have a meaning in a TOML text.
std::string in_toml(const std::string& text) {
    std::string quoted;
    for (const char character : text) {
        if (character == '"' || character == '\\') quoted += '\\';
        quoted += character;
    }
    return quoted;
}

}  // namespace

tl::expected<LessonName, std::string> new_lesson_name(const std::string& id, const std::vector<LessonName>& lessons) {
    unsigned long next = 0;
    for (const LessonName& lesson : lessons) next = std::max(next, value(lesson.number) + 1);
    const auto name = parse_lesson_name(id);
    if (!name || !is_name(name->name) || name->number.size() > 4)
        return tl::unexpected(fmt::format(
            "`{}` is no name for a lesson: it is a number, a dash, and small letters, such as {:02}-my-lesson", id,
            next));
    for (const LessonName& lesson : lessons) {
        if (value(lesson.number) == value(name->number))
            return tl::unexpected(
                fmt::format("number {} is taken by {}; the next free one is {:02}", name->number, lesson.id, next));
        if (lesson.name == name->name)
            return tl::unexpected(fmt::format("the name `{}` is taken by {}", name->name, lesson.id));
    }
    return *name;
}

std::vector<SkeletonFile> skeleton(const LessonName& name, const std::string& title) {
    std::string file = name.name;
    std::replace(file.begin(), file.end(), '-', '_');
    const auto filled = [&](std::string text, const std::string& heading) {
        const std::pair<const char*, const std::string*> words[] = {
            {"@number@", &name.number}, {"@id@", &name.id}, {"@file@", &file}, {"@title@", &heading}};
        for (const auto& [mark, word] : words)
            for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += word->size())
                text.replace(at, std::string_view(mark).size(), *word);
        return text;
    };
    const std::filesystem::path lesson = std::filesystem::path("lessons") / name.id;
    const std::filesystem::path exercise = std::filesystem::path("exercises") / name.id;
    const std::filesystem::path reference = std::filesystem::path("solutions") / name.id;
    return {{lesson / "lesson.md", filled(lesson_md, title)},
            {lesson / "lesson.toml", filled(lesson_toml, in_toml(title))},
            {lesson / "check.cpp", filled(check, title)},
            {lesson / "main.cpp", filled(program, title)},
            {lesson / "expected.txt", "visits 2\n"},
            {lesson / "stub" / (file + ".hpp"), filled(header, title)},
            {lesson / "stub" / (file + ".cpp"), filled(stub, title)},
            {exercise / (file + ".hpp"), filled(header, title)},
            {exercise / (file + ".cpp"), filled(stub, title)},
            {reference / (file + ".cpp"), filled(solution, title)}};
}

}  // namespace lab::course
